import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import type { BusyClaim, MemberFacts, OtherFacts } from '../../../core/domain/board/placement-context.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import { addMinutes, minutes, type Instant } from '../../../core/domain/time/instant.ts';
import type { Claim, ClaimRole } from '../../../core/domain/work/appointment.ts';
import {
  appointment,
  at,
  bay,
  busy,
  context,
  lead,
  needs,
  other,
  placed,
  resource,
  span,
  technician,
} from '../board/a-context.ts';
import { ask, reasonsFor } from './ask.ts';

const claim = (name: string, role: ClaimRole, units = 1): Claim => ({ resourceId: resource(name), role, units });

const member = (name: string, more: Partial<MemberFacts> = {}): MemberFacts => ({
  id: resource(name),
  name,
  busy: [],
  absences: [],
  ...more,
});

describe('resource-free', () => {
  const room = other('Room', { busy: [busy('Interview', '09:00', '10:00')] });
  const cars = other('Cars', { kind: 'custom', capacity: 3, busy: [busy('Loan', '09:00', '12:00', { units: 2 })] });
  const one = (from: string, length: number, what: Claim) =>
    ask({ rule: 'resource-free', facts: { others: [room, cars] }, placement: placed(from, length, what) });

  it('is silent beside what is there, ends touching included', () => {
    expect(one('10:00', 60, claim('Room', 'room'))).toEqual([]);
    expect(one('08:00', 60, claim('Room', 'room'))).toEqual([]);
    expect(one('09:00', 60, claim('Cars', 'custom'))).toEqual([]);
  });

  it('names who has the room, and how much of more is free', () => {
    expect(
      reasonsFor({
        rule: 'resource-free',
        facts: { others: [room] },
        placement: placed('09:30', 60, claim('Room', 'room')),
      }),
    ).toEqual([
      {
        severity: 'block',
        rule: 'resource-free',
        why: 'double-use',
        resource: { id: 'Room', name: 'Room' },
        title: 'Interview',
        from: at('09:00'),
        to: at('10:00'),
      },
    ]);
    expect(
      reasonsFor({
        rule: 'resource-free',
        facts: { others: [cars] },
        placement: placed('08:30', 60, claim('Cars', 'custom', 2)),
      }),
    ).toMatchObject([{ why: 'too-few', wanted: 2, free: 1, capacity: 3 }]);
  });

  it('cannot be lowered or switched off', () => {
    const policy = { ...DEFAULT_POLICY, severities: { 'resource-free': 'clear' as const } };
    const facts = busyIndexOf(context({ policy, others: [room] }));
    expect(judge(placed('09:30', 60, claim('Room', 'room')), needs(), facts).level).toBe('block');
  });

  it('counts buffers, and leaves out the appointment that is moved', () => {
    const facts = { others: [room] };
    const placement = placed('10:00', 60, claim('Room', 'room'));
    expect(ask({ rule: 'resource-free', facts, needs: { before: minutes(5) }, placement })).toEqual([
      'block double-use',
    ]);
    const moved = { before: minutes(5), appointmentId: appointment('Interview') };
    expect(ask({ rule: 'resource-free', facts, needs: moved, placement })).toEqual([]);
  });

  it('blocks what is more than there ever is', () => {
    expect(one('13:00', 60, claim('Cars', 'custom', 4))).toEqual(['block too-few']);
  });

  it('takes a member who is away or busy for one unit, once', () => {
    const away = { ...span('09:00', '11:00'), why: 'absence' as const, name: 'Flu' };
    const both = member('Bo', { busy: [busy('Alone', '10:00', '12:00')], absences: [away] });
    const team = other('Crew', { kind: 'team', capacity: 3, members: [member('Anna'), both, member('Cleo')] });
    const wanted = (units: number) =>
      ask({
        rule: 'resource-free',
        facts: { others: [team] },
        placement: placed('09:00', 180, claim('Crew', 'team', units)),
      });
    expect(wanted(2)).toEqual([]);
    expect(wanted(3)).toEqual(['block too-few']);
  });

  it('is asked of bays and rooms alike in one placement', () => {
    const full = bay('Bay 1', { busy: [busy('Clutch', '09:00', '10:00')] });
    const facts = busyIndexOf(context({ bays: [full], others: [room] }));
    const both = placed('09:30', 30, { resourceId: resource('Bay 1'), role: 'bay', units: 1 }, claim('Room', 'room'));
    expect(judge(both, needs(), facts).reasons.map(({ reason }) => reason.rule)).toEqual(['bay-free', 'resource-free']);
  });
});

/** Quarter hours of one morning, so that brute force has every minute that matters. */
interface RandomUse {
  readonly from: number;
  readonly length: number;
  readonly units: number;
}

const use = (most: number) =>
  fc.record({
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 8 }),
    units: fc.integer({ min: 1, max: most }),
  });
const minuteAt = (quarter: number): Instant => addMinutes(at('07:00'), quarter * 15);
const busyOf = (uses: readonly RandomUse[], name: string): readonly BusyClaim[] =>
  uses.map(({ from, length, units }, number) => {
    const title = `${name} ${number}`;
    const [begin, end] = [minuteAt(from), minuteAt(from + length)];
    return { ...busy(title, '07:00', '08:00'), from: begin, to: end, start: begin, end, units };
  });

/** Whether any minute of the placement has more units in use than there are. */
function tooMany(from: Instant, to: Instant, capacity: number, inUse: (minute: number) => number): boolean {
  for (let minute: number = from; minute < to; minute += 60_000) if (inUse(minute) > capacity) return true;
  return false;
}

const unitsAt = (claims: readonly BusyClaim[], minute: number): number =>
  claims.reduce((sum, one) => (one.from <= minute && minute < one.to ? sum + one.units : sum), 0);

describe('resource-free on random mixes of claims', () => {
  it('says what counting every minute says, for capacities 1 to 5', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(use(5), { maxLength: 12 }),
        use(5),
        (capacity, uses, wanted) => {
          const claims = busyOf(uses, 'Other');
          const facts = busyIndexOf(
            context({ others: [other('Thing', { kind: 'equipment', capacity, busy: claims })] }),
          );
          const placement = placed('07:00', 60, claim('Thing', 'equipment', wanted.units));
          const [start, end] = [minuteAt(wanted.from), minuteAt(wanted.from + wanted.length)];
          const { reasons } = judge({ ...placement, start, end }, needs(), facts);
          const expected = tooMany(start, end, capacity, (minute) => unitsAt(claims, minute) + wanted.units);
          expect(reasons.some(({ reason }) => reason.rule === 'resource-free')).toBe(expected);
        },
      ),
      { numRuns: 1500, seed: 4 },
    );
  });

  it('says it of teams too, where members work and are away on their own and go along by name', () => {
    const names = ['Anna', 'Bo', 'Cleo', 'Dag', 'Eli'];
    const life = fc.record({
      own: fc.array(use(1), { maxLength: 3 }),
      away: fc.array(use(1), { maxLength: 1 }),
      named: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(life, { minLength: 1, maxLength: 5 }),
        fc.array(use(3), { maxLength: 5 }),
        fc.record({ time: use(1), units: fc.integer({ min: 0, max: 4 }) }),
        (lives, uses, { time, units }) => {
          const members = lives.map(({ own, away }, number): MemberFacts => {
            const name = names[number] ?? '';
            const absences = busyOf(away, name).map(({ from, to }) => ({
              from,
              to,
              why: 'absence' as const,
              name: 'Flu',
            }));
            return member(name, { busy: busyOf(own, name), absences });
          });
          const claims = busyOf(uses, 'Team');
          const team: OtherFacts = other('Crew', { kind: 'team', capacity: members.length, members, busy: claims });
          const technicians = members.map((one) => technician(one.name, { busy: one.busy }));
          const named = members.filter((_, number) => lives[number]?.named === true);
          const wanted = [...named.map((one) => lead(one.name)), ...(units > 0 ? [claim('Crew', 'team', units)] : [])];
          const [start, end] = [minuteAt(time.from), minuteAt(time.from + time.length)];
          const facts = busyIndexOf(context({ technicians, others: [team] }));
          const { reasons } = judge({ start, end, claims: wanted }, needs(), facts);
          const isElsewhere = (one: MemberFacts, minute: number): boolean =>
            [...one.busy, ...one.absences].some((range) => range.from <= minute && minute < range.to);
          const others = members.filter((one) => !named.includes(one));
          const expected = tooMany(start, end, members.length, (minute) => {
            const elsewhere = others.filter((one) => isElsewhere(one, minute)).length;
            return unitsAt(claims, minute) + units + named.length + elsewhere;
          });
          expect(reasons.some(({ reason }) => reason.rule === 'resource-free')).toBe(expected && wanted.length > 0);
        },
      ),
      { numRuns: 1500, seed: 5 },
    );
  });
});
