import { describe, expect, it } from 'vitest';
import type { PlacementContext } from '../../../core/domain/board/placement-context.ts';
import { minutes, range } from '../../../core/domain/time/instant.ts';
import type { LeftOut, PlanRequest, PlanWork } from '../../../core/planning/board/request.ts';
import { at, bay, context, part, span, technician } from '../../domain/board/a-context.ts';
import { planned, request, standing, tray } from './a-request.ts';

const ANN = technician('ann');
const ALL_DAY = { duration: minutes(240) };

function leftOut(
  facts: Partial<PlacementContext>,
  work: readonly PlanWork[],
  more: Partial<PlanRequest> = {},
): LeftOut {
  const [one, ...others] = planned(request(facts, work, more)).leftOut;
  if (one === undefined || others.length > 0) throw new Error('Not exactly one is left out');
  return one;
}

describe('work that is left out', () => {
  it('is told that dearer work took its place', () => {
    const facts = { technicians: [ANN] };
    const work = [
      tray('morning', { ...ALL_DAY, priority: 'urgent' }),
      tray('afternoon', { ...ALL_DAY, priority: 'urgent' }),
      tray('minor', { ...ALL_DAY, priority: 'low' }),
    ];
    expect(leftOut(facts, work)).toMatchObject({ id: 'minor', because: 'outranked' });
  });

  it('is told the rule that excludes it everywhere', () => {
    const welding = tray('weld', { skills: [{ skill: 'Welding', level: 1 }] });
    expect(leftOut({ technicians: [ANN] }, [welding])).toMatchObject({
      because: { rule: 'skills', why: 'missing', skill: 'Welding' },
    });
  });

  it('is told of the one who came furthest when several are excluded for different reasons', () => {
    const bob = technician('bob', { skills: [{ skill: 'Welding', level: 1, expiresOn: null }], dailyMaximum: 0 });
    const welding = tray('weld', { skills: [{ skill: 'Welding', level: 1 }] });
    expect(leftOut({ technicians: [ANN, bob] }, [welding])).toMatchObject({ because: { rule: 'daily-maximum' } });
  });

  it('would fit with so much overtime', () => {
    const evening = tray('evening', { duration: minutes(90), windows: [range(at('16:00'), at('16:00'))] });
    expect(leftOut({ technicians: [ANN] }, [evening]).wouldFit[0]).toEqual({
      remedy: 'overtime',
      technicianId: ANN.id,
      minutes: 30,
      start: at('16:00'),
    });
  });

  it('would fit on a later day, if those are known', () => {
    const [mine] = ANN.shifts;
    if (mine === undefined) throw new Error('Ann has no shift');
    const tomorrow = { ...span('08:00', '17:00', 1), date: mine.date, closed: [] };
    const later = context({
      range: range(at('00:00', 1), at('24:00', 1)),
      technicians: [technician('ann', { shifts: [tomorrow] })],
      open: [span('07:00', '18:00', 1)],
    });
    const full = standing('long', ['08:00', 'ann'], ALL_DAY);
    const other = standing('other', ['12:30', 'ann'], { duration: minutes(270) });
    const work = [full, other, tray('more', { duration: minutes(200) })];
    const { wouldFit } = leftOut({ technicians: [ANN] }, work, { later });
    expect(wouldFit).toContainEqual({ remedy: 'another-day', start: at('08:00', 1) });
  });

  it('would fit outside the promised window', () => {
    const night = tray('night', { windows: [range(at('05:00'), at('06:00'))] });
    expect(leftOut({ technicians: [ANN] }, [night]).wouldFit).toEqual([
      { remedy: 'outside-window', start: at('08:00') },
    ]);
  });

  it('would fit with the part that is missing, by the time it would be taken', () => {
    const parts = [{ partId: part('plug'), name: 'Spark plug', lots: [], taken: [], leadTimeDays: 3 }];
    const work = tray('plugs', { parts: [{ partId: part('plug'), quantity: 4 }], before: minutes(10) });
    const { because, wouldFit } = leftOut({ technicians: [ANN], parts }, [work]);
    expect(because).toMatchObject({ rule: 'parts-there', part: 'Spark plug' });
    expect(wouldFit).toEqual([{ remedy: 'part', part: 'Spark plug', at: at('08:05') }]);
  });

  it('would fit if a bay could do more, or somebody knew more', () => {
    const work = tray('align', { capabilities: ['alignment'] });
    expect(leftOut({ technicians: [ANN], bays: [bay('lift')] }, [work]).wouldFit).toEqual([
      { remedy: 'bay', capability: 'alignment' },
    ]);
    const weld = tray('weld', { skills: [{ skill: 'Welding', level: 1 }] });
    expect(leftOut({ technicians: [ANN] }, [weld]).wouldFit).toEqual([{ remedy: 'skill', skill: 'Welding' }]);
  });

  it('waits for what it follows', () => {
    const never = tray('first', { skills: [{ skill: 'Welding', level: 1 }] });
    const then = tray('then', {}, { follows: { id: 'first', gap: minutes(0) } });
    const answer = planned(request({ technicians: [ANN] }, [never, then]));
    expect(answer.leftOut.map(({ id, wouldFit }) => ({ id, fits: wouldFit.length }))).toEqual([
      { id: 'first', fits: 1 },
      { id: 'then', fits: 0 },
    ]);
  });
});
