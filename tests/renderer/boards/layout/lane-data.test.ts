import { describe, expect, it } from 'vitest';
import { instant } from '../../../../core/domain/time/instant.ts';
import type { BoardView } from '../../../../core/contract/views/board-view.ts';
import { boardKeeper } from '../../../../renderer/boards/layout/board-keeper.ts';
import { barsBetween, boardData } from '../../../../renderer/boards/layout/lane-data.ts';
import { nearest, walk } from '../../../../renderer/boards/layout/walk.ts';
import { appointments, at, id, lanes } from '../../fixture/day.ts';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import type { ZoneId } from '../../../../core/domain/time/zones.ts';

function view(list = appointments(), sequence = 1): BoardView {
  return {
    location: { id: id<'location'>(1), name: 'Harbour workshop', zone: 'Europe/Oslo' as ZoneId },
    days: [{ date: localDate('2026-11-23'), range: { from: at(0), to: at(24) }, open: [], closure: null }],
    now: at(9.4),
    lanes: lanes(list),
    appointments: list,
    sequence,
  };
}

const copy = (): BoardView => JSON.parse(JSON.stringify(view())) as BoardView;
const NONE = new Map();

describe('the board by lanes', () => {
  it('keeps every lane when an equal answer comes again', () => {
    const first = boardData(view(), NONE, null);
    const second = boardData(copy(), NONE, first);
    expect(second.lanes.every((lane, index) => lane === first.lanes[index])).toBe(true);
  });

  it('replaces the lanes a change touches and no others', () => {
    const first = boardData(view(), NONE, null);
    const list = appointments().map((one, index) => (index === 1 ? { ...one, end: at(16) } : one));
    const second = boardData({ ...copy(), appointments: list }, NONE, first);
    const changed = second.lanes.filter((lane, index) => lane !== first.lanes[index]).map((lane) => lane.lane.name);
    expect(changed).toEqual(['Mike Johnson', 'Bay 3']);
  });

  it('shows a dropped bar where it was dropped until the host has spoken', () => {
    const [bar] = appointments();
    if (bar === undefined) throw new Error('The fixture has no appointment');
    const moved = {
      ...bar,
      start: at(14),
      end: at(15),
      claims: [{ resourceId: id<'resource'>(103), role: 'lead', units: 1 } as const],
    };
    const data = boardData(view(), new Map([[bar.id, { appointment: moved, sequence: null }]]), null);
    expect(data.byLane.get(id<'resource'>(100))?.bars.some((one) => one.id === bar.id)).toBe(false);
    expect(data.byLane.get(id<'resource'>(103))?.bars.find((one) => one.id === bar.id)?.start).toBe(at(14));
  });

  it('finds the bars that reach into a stretch, those that began before it included', () => {
    const lane = boardData(view(), NONE, null).byLane.get(id<'resource'>(105));
    if (lane === undefined) throw new Error('The fixture has no such lane');
    const [first, last] = barsBetween(lane, at(12), at(13));
    expect(lane.bars.slice(first, last).map((bar) => bar.title)).toContain('Clutch pack');
    expect(barsBetween(lane, at(20), at(24))).toEqual([3, 3]);
  });

  it('keeps the last board in sight while the next one is on its way', () => {
    const keep = boardKeeper();
    expect(keep(undefined, NONE)).toEqual({ data: null, late: true });
    const { data } = keep(view(), NONE);
    expect(keep(undefined, NONE)).toEqual({ data, late: true });
  });
});

describe('walking by keyboard', () => {
  const data = boardData(view(), NONE, null);
  const titleOf = (cursor: ReturnType<typeof walk>): string | undefined =>
    cursor?.appointmentId === null || cursor === null ? undefined : data.byId.get(cursor.appointmentId)?.title;

  it('begins in the first lane at the bar nearest to now', () => {
    expect(titleOf(walk(data.lanes, null, 'right', at(9.4)))).toBe('Full service');
    expect(titleOf(walk(data.lanes, null, 'right', at(13)))).toBe('Misfire at idle');
  });

  it('goes along a lane and stops at its ends', () => {
    const start = walk(data.lanes, null, 'right', at(9.4));
    const next = walk(data.lanes, start, 'right', 0);
    expect(titleOf(next)).toBe('Misfire at idle');
    expect(titleOf(walk(data.lanes, next, 'right', 0))).toBe('Misfire at idle');
    expect(titleOf(walk(data.lanes, next, 'first', 0))).toBe('Full service');
  });

  it('comes back to the same bar after going down and up', () => {
    const start = { laneId: id<'resource'>(100), appointmentId: id<'appointment'>(1001), at: at(14.6) };
    const down = walk(data.lanes, start, 'down', 0);
    expect(titleOf(down)).toBe('Fluids');
    expect(titleOf(walk(data.lanes, down, 'up', 0))).toBe('Misfire at idle');
  });

  it('stands on the lane itself where nothing is planned', () => {
    const empty = data.byLane.get(id<'resource'>(106));
    expect(empty === undefined ? undefined : nearest(empty, instant(at(10))).appointmentId).toBeNull();
  });
});
