import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import { MINUTE, minutes, range } from '../../../core/domain/time/instant.ts';
import { planBoard } from '../../../core/planning/board/plan-board.ts';
import { at, bay, busy, NORTH, other, resource, span, technician } from '../../domain/board/a-context.ts';
import { dice } from '../random-context.ts';
import { planned, request, standing, tray } from './a-request.ts';
import { PLAIN, variedRequest } from './random-request.ts';

const ANN = technician('ann');
const BOB = technician('bob');

describe('planning a board', () => {
  it('answers every piece of work once, never drops what stands, keeps crews and orders, on any board', () => {
    for (let seed = 1; seed <= 80; seed += 1) {
      const asked = variedRequest(dice(seed), 8, 15);
      const answer = planBoard(asked, { seed, used: (rounds) => rounds / 64 });
      const ids = [...answer.placed, ...answer.leftOut].map((one) => one.id).toSorted();
      expect(ids, `seed ${seed}`).toEqual(asked.work.map((one) => one.id).toSorted());
      const places = new Map(answer.placed.map((one) => [one.id, one.placement]));
      for (const work of asked.work) {
        const place = places.get(work.id);
        expect(work.stands === null || place !== undefined, `seed ${seed} ${work.id}`).toBe(true);
        if (place === undefined) continue;
        expect(place.claims.filter(({ role }) => role === 'assistant')).toHaveLength(work.assistants);
        if (work.follows === null) continue;
        const first = places.get(work.follows.id);
        expect(first).toBeDefined();
        expect((first?.end ?? Infinity) + work.follows.gap * MINUTE).toBeLessThanOrEqual(place.start);
      }
    }
  });

  it('gives the same plan for the same seed', () => {
    const asked = variedRequest(dice(11), 8, 15);
    expect(planned(asked)).toEqual(planned(asked));
  });

  it('says why each piece of work is where it is', () => {
    const { placed } = planned(request({ technicians: [ANN, BOB] }, [tray('a', { preferredTechnicians: [BOB.id] })]));
    expect(placed[0]?.placement).toMatchObject({ start: at('08:00'), claims: [{ resourceId: BOB.id, role: 'lead' }] });
    expect(placed[0]?.facts).toContainEqual({ fact: 'preferred-technician', cost: 0 });
    expect(placed[0]).toMatchObject({ moved: false, cautions: [] });
  });

  it('moves what stands when that makes room for more, and says so', () => {
    const facts = { technicians: [technician('ann', { shifts: [shift('08:00', '10:00')] })] };
    const work = [standing('old', ['08:30', 'ann']), tray('new')];
    const answer = planned(request(facts, work));
    expect(answer.leftOut).toEqual([]);
    expect(answer.placed.find(({ id }) => id === 'old')?.moved).toBe(true);
  });

  it('leaves a promise where it stands when moving it costs more than it brings', () => {
    const work = [standing('old', ['09:00', 'ann']), tray('new')];
    const { placed } = planned(request({ technicians: [ANN] }, work));
    expect(placed.find(({ id }) => id === 'old')).toMatchObject({ moved: false, placement: { start: at('09:00') } });
  });

  it('drops no promise for the most urgent work of the tray', () => {
    const facts = { technicians: [technician('ann', { shifts: [shift('08:00', '09:00')] })] };
    const work = [standing('old', ['08:00', 'ann'], { priority: 'low' }), tray('new', { priority: 'urgent' })];
    const answer = planned(request(facts, work));
    expect(answer.placed.map(({ id }) => id)).toEqual(['old']);
  });

  it('finds another place for what stands where a rule blocks it', () => {
    const ill = technician('ann', { absences: [{ ...span('00:00', '24:00'), why: 'absence', name: 'Ill' }] });
    const { placed } = planned(request({ technicians: [ill, BOB] }, [standing('old', ['09:00', 'ann'])]));
    expect(placed[0]).toMatchObject({ moved: true, placement: { claims: [{ resourceId: BOB.id }] } });
  });

  it('keeps what a person has put where only a caution speaks against it', () => {
    const policy = { ...DEFAULT_POLICY, severities: { 'daily-maximum': 'caution' as const } };
    const one = technician('ann', { dailyMaximum: 1 });
    const work = [standing('a', ['08:00', 'ann']), standing('b', ['10:00', 'ann']), tray('c')];
    const { placed, leftOut } = planned(request({ technicians: [one], policy }, work));
    expect(placed.map(({ id, moved }) => ({ id, moved }))).toEqual([
      { id: 'a', moved: false },
      { id: 'b', moved: false },
    ]);
    expect(leftOut.map(({ id }) => id)).toEqual(['c']);
  });

  it('works longer where overtime is allowed, which is a caution for the rulebook', () => {
    const late = tray('late', { duration: minutes(90), windows: [range(at('16:00'), at('16:00'))] });
    const overtime = { most: minutes(60), perMinute: 2 };
    const { placed } = planned(request({ technicians: [ANN] }, [late], { terms: { ...PLAIN, overtime } }));
    expect(placed[0]?.cautions).toMatchObject([
      { severity: 'caution', reason: { rule: 'on-shift', why: 'after-shift' } },
    ]);
  });

  it('keeps a share of the day free for emergencies where less is at stake', () => {
    const facts = { technicians: [technician('ann', { shifts: [shift('08:00', '12:00')] })] };
    const work = Array.from({ length: 4 }, (_, number) => tray(`w${number}`, { priority: 'low' }));
    const keptFree = { share: 0.25, perMinute: 100 };
    expect(planned(request(facts, work)).placed).toHaveLength(4);
    expect(planned(request(facts, work, { terms: { ...PLAIN, keptFree } })).placed).toHaveLength(3);
  });

  it('shares a daily maximum between two shifts of one date', () => {
    const split = technician('ann', { shifts: [shift('08:00', '11:00'), shift('13:00', '17:00')], dailyMaximum: 2 });
    const work = ['a', 'b', 'c', 'd'].map((id) => tray(id));
    expect(planned(request({ technicians: [split] }, work)).placed).toHaveLength(2);
  });

  it('has equipment that goes along used once at a time', () => {
    const alongside = [{ resourceId: resource('Tester'), role: 'equipment' as const, units: 1 }];
    const facts = { technicians: [ANN, BOB], others: [other('Tester', { kind: 'equipment' })] };
    const { placed } = planned(request(facts, [tray('a', {}, { alongside }), tray('b', {}, { alongside })]));
    expect(placed.map(({ placement }) => placement.start).toSorted((a, b) => a - b)).toEqual([
      at('08:00'),
      at('09:00'),
    ]);
  });

  it('puts a turnover between two jobs in one bay and drives between two places', () => {
    const lift = bay('lift', { turnover: minutes(15), busy: [busy('x', '08:00', '09:00')] });
    const inLift = { capabilities: ['lift'] };
    const first = planned(request({ technicians: [ANN], bays: [lift] }, [tray('a', inLift)])).placed[0];
    expect(first?.placement.start).toBe(at('09:15'));
    const away = tray('away', { place: { address: '', coordinates: NORTH } });
    expect(planned(request({ technicians: [ANN] }, [away])).placed[0]?.placement.start).toBe(at('08:30'));
  });
});

function shift(from: string, to: string): (typeof ANN.shifts)[number] {
  const [mine] = ANN.shifts;
  if (mine === undefined) throw new Error('Ann has no shift');
  return { ...span(from, to), date: mine.date, closed: [] };
}
