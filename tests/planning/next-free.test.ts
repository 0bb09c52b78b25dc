import { describe, expect, it } from 'vitest';
import { busyIndexOf, type BusyIndex } from '../../core/domain/board/busy-index.ts';
import type { OtherFacts, PlacementContext } from '../../core/domain/board/placement-context.ts';
import type { ResourceKind } from '../../core/domain/resources/resource.ts';
import { judge } from '../../core/domain/rules/judge.ts';
import { localDate } from '../../core/domain/time/local-date.ts';
import { addMinutes, instant, MINUTE, minutes } from '../../core/domain/time/instant.ts';
import { nextFreeSlot } from '../../core/planning/slots/next-free.ts';
import { claimsOn, lanesFor, type NextFreeRequest, type Wish } from '../../core/planning/slots/wish.ts';
import { at, bay, busy, context, needs, other, resource, span, technician } from '../domain/board/a-context.ts';
import { claims, dice, randomContext, stretch, type Dice } from './random-context.ts';

const wish = (kind: ResourceKind, more: Partial<Wish> = {}): Wish => ({
  kind,
  ids: null,
  skills: [],
  capabilities: [],
  type: null,
  units: 1,
  ...more,
});
const asked = (wishes: readonly Wish[], more: Partial<NextFreeRequest> = {}): NextFreeRequest => ({
  duration: minutes(60),
  before: minutes(0),
  after: minutes(0),
  wishes,
  ...more,
});
const ask = (facts: Partial<PlacementContext>, request: NextFreeRequest) => {
  const slot = nextFreeSlot(busyIndexOf(context(facts)), request);
  return slot === null ? null : [slot.start, ...slot.claims.map((claim) => `${claim.role} ${claim.resourceId}`)];
};

describe('the next free slot', () => {
  const priya = technician('Priya', { busy: [busy('Clutch', '08:00', '10:00')] });
  const marco = technician('Marco', { skills: [], busy: [busy('Oil', '10:30', '12:00')] });

  it('is the first time at which somebody with the skill is free', () => {
    expect(ask({ technicians: [priya, marco] }, asked([wish('technician')]))).toEqual([at('08:00'), 'lead Marco']);
    const engine = wish('technician', { skills: [{ skill: 'Engine', level: 2 }] });
    expect(ask({ technicians: [priya, marco] }, asked([engine]))).toEqual([at('10:00'), 'lead Priya']);
  });

  it('has everything wanted at once, each wish its own resource', () => {
    const room = other('Room', { busy: [busy('Interview', '12:00', '14:15')] });
    const both = [wish('technician'), wish('technician'), wish('room')];
    expect(ask({ technicians: [priya, marco], others: [room] }, asked(both))).toEqual([
      at('14:15'),
      'lead Priya',
      'assistant Marco',
      'room Room',
    ]);
    expect(ask({ technicians: [priya], others: [room] }, asked(both))).toBeNull();
  });

  it('keeps the buffers free and stays within the time that is asked for', () => {
    const request = asked([wish('technician', { ids: [priya.id] })], { before: minutes(30), after: minutes(30) });
    expect(ask({ technicians: [priya] }, request)?.[0]).toBe(at('10:30'));
    expect(ask({ technicians: [priya] }, { ...request, within: span('14:05', '16:00') })?.[0]).toBe(at('14:15'));
    expect(ask({ technicians: [priya] }, { ...request, within: span('10:00', '10:30') })).toBeNull();
  });

  it('asks for units, for the organization’s own kind, and for what still counts on the day', () => {
    const lifts = (expiresOn: string | null) => [
      { capability: 'lift', level: 1 as const, expiresOn: expiresOn === null ? null : localDate(expiresOn) },
    ];
    const cars = other('Cars', {
      kind: 'custom',
      type: 'Car',
      capacity: 3,
      busy: [busy('Loan', '07:00', '09:00', { units: 2 })],
    });
    const boat = other('Boat', { kind: 'custom', type: 'Boat' });
    const facts = { others: [boat, cars] };
    expect(ask(facts, asked([wish('custom', { units: 2 })]))).toEqual([at('09:00'), 'custom Cars']);
    expect(ask(facts, asked([wish('custom', { type: 'Car' })]))).toEqual([at('07:00'), 'custom Cars']);
    const crane = (expiresOn: string | null) => other('Crane', { kind: 'equipment', capabilities: lifts(expiresOn) });
    const lifting = asked([wish('equipment', { capabilities: ['lift'] })]);
    expect(ask({ others: [crane('2026-03-01')] }, lifting)).toBeNull();
    expect(ask({ others: [crane('2026-03-02')] }, lifting)?.[0]).toBe(at('07:00'));
    expect(ask({ bays: [bay('Bay 1')] }, asked([wish('bay', { capabilities: ['paint'] })]))).toBeNull();
  });

  it('takes nobody whom a team needs, and not two where the team can spare one', () => {
    const names = ['Anna', 'Bo', 'Cleo'];
    const members = names.map((name) => ({ id: resource(name), name, busy: [], absences: [] }));
    const crew = other('Crew', {
      kind: 'team',
      capacity: 3,
      members,
      busy: [busy('Roof', '08:00', '10:00', { units: 2 })],
    });
    const facts = { technicians: names.map((name) => technician(name)), others: [crew] };
    expect(ask(facts, asked([wish('technician')]))?.[0]).toBe(at('08:00'));
    expect(ask(facts, asked([wish('technician'), wish('technician')]))?.[0]).toBe(at('10:00'));
    expect(ask(facts, asked([wish('technician'), wish('team', { units: 3 })]))).toBeNull();
    expect(ask(facts, asked([wish('technician'), wish('team', { units: 2 })]))?.[0]).toBe(at('10:00'));
  });
});

/** Rooms, equipment, and a team of the context's technicians, in every condition. */
function withOthers(throws: Dice, facts: PlacementContext): PlacementContext {
  const plain = (name: string, kind: OtherFacts['kind']): OtherFacts =>
    other(name, {
      kind,
      capacity: throws.int(1, 3),
      open: [span('07:00', '12:00'), span('12:30', '18:00'), span('08:00', '17:00', 1)],
      absences: throws.chance(20) ? [{ ...stretch(throws, 6, 14, [120, 600]), why: 'absence', name: 'Away' }] : [],
      busy: claims(throws, throws.int(0, 6)).map((one) => ({ ...one, units: throws.int(1, 2) })),
    });
  const members = facts.technicians
    .filter(() => throws.chance(70))
    .map(({ id, name, absences, busy: own }) => ({ id, name, absences, busy: own }));
  const team: OtherFacts = { ...plain('Crew', 'team'), capacity: members.length, members };
  return { ...facts, others: [plain('Room 1', 'room'), plain('Room 2', 'room'), plain('Crane', 'equipment'), team] };
}

function randomRequest(throws: Dice): NextFreeRequest {
  const skills = throws.chance(30) ? [{ skill: 'Engine', level: throws.pick([1, 2] as const) }] : [];
  const kinds: readonly ResourceKind[] = ['technician', 'technician', 'bay', 'room', 'team', 'equipment'];
  const chosen = kinds.filter(() => throws.chance(45));
  const wishes = (chosen.length === 0 ? (['technician'] as const) : chosen).map((kind) =>
    wish(kind, {
      skills: kind === 'technician' ? skills : [],
      capabilities: kind === 'bay' && throws.chance(40) ? ['lift'] : [],
      units: kind === 'technician' || kind === 'bay' ? 1 : throws.int(1, 2),
    }),
  );
  return asked(wishes, {
    duration: minutes(throws.pick([30, 60, 150])),
    before: minutes(throws.pick([0, 10])),
    after: minutes(throws.pick([0, 15])),
    step: minutes(30),
    within: throws.chance(30) ? stretch(throws, 6, 14, [120, 600, 1500]) : null,
  });
}

/** Every start, every choice, the whole rulebook. */
function byBruteForce(index: BusyIndex, request: NextFreeRequest): number | null {
  const { context: facts } = index;
  const step = 30 * MINUTE;
  const choices = (wishes: readonly Wish[]): readonly (readonly ReturnType<typeof lanesFor>[number][])[] => {
    const [first, ...rest] = wishes;
    if (first === undefined) return [[]];
    const later = choices(rest);
    return lanesFor(first, index).flatMap((lane) =>
      later.flatMap((lanes) => (lanes.includes(lane) ? [] : [[lane, ...lanes]])),
    );
  };
  const all = choices(request.wishes);
  const work = needs({
    duration: request.duration,
    before: request.before,
    after: request.after,
    skills: request.wishes.find((one) => one.kind === 'technician')?.skills ?? [],
    capabilities: request.wishes.find((one) => one.kind === 'bay')?.capabilities ?? null,
  });
  const from = Math.max(facts.now, facts.range.from, request.within?.from ?? 0);
  const to = Math.min(facts.range.to, request.within?.to ?? Infinity);
  for (let start = Math.ceil(from / step) * step; start < to; start += step) {
    const time = { start: instant(start), end: addMinutes(instant(start), request.duration) };
    const isFree = all.some(
      (lanes) => judge({ ...time, claims: claimsOn(request.wishes, lanes) }, work, index).level === 'clear',
    );
    if (isFree) return start;
  }
  return null;
}

describe('the search for the next free slot is exact', () => {
  it('finds what asking the rulebook about every start and every choice finds, and what it finds is clear', () => {
    let found = 0;
    for (let seed = 0; seed < 600; seed += 1) {
      const throws = dice(seed);
      const index = busyIndexOf(withOthers(throws, randomContext(throws)));
      const request = randomRequest(throws);
      const slot = nextFreeSlot(index, request);
      expect([seed, slot?.start ?? null]).toEqual([seed, byBruteForce(index, request)]);
      if (slot === null) continue;
      found += 1;
      const ids = slot.claims.map((claim) => claim.resourceId);
      expect(new Set(ids).size).toBe(request.wishes.length);
    }
    expect(found).toBeGreaterThan(200);
  });
});
