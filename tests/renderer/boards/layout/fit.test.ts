import { describe, expect, it } from 'vitest';
import { fitHourWidth, fitLaneHeight, workingWindow } from '../../../../renderer/boards/layout/fit.ts';
import { boardData } from '../../../../renderer/boards/layout/lane-data.ts';
import { barGap, laneAt, rowLayout, rowsOf } from '../../../../renderer/boards/layout/rows.ts';
import { liveOf, loadTone, shareOf } from '../../../../renderer/boards/layout/live.ts';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import type { ZoneId } from '../../../../core/domain/time/zones.ts';
import { appointments, at, id, lanes } from '../../fixture/day.ts';

const list = appointments();
const view = {
  location: { id: id<'location'>(1), name: 'Harbour workshop', zone: 'Europe/Oslo' as ZoneId },
  days: [
    {
      date: localDate('2026-11-23'),
      range: { from: at(0), to: at(24) },
      open: [{ from: at(7.5), to: at(17.5) }],
      closure: null,
    },
  ],
  now: at(9.4),
  lanes: lanes(list),
  appointments: list,
  sequence: 1,
};

describe('fitting the board to its window', () => {
  it('shows from the full hour of the first shift until after the last', () => {
    expect(workingWindow(view)).toEqual({ from: at(7), to: at(18.5) });
  });

  it('still shows a day on which nobody works', () => {
    const { from, to } = workingWindow({
      ...view,
      lanes: [],
      days: [
        {
          ...view.days[0],
          date: localDate('2026-11-22'),
          range: { from: at(0), to: at(24) },
          open: [],
          closure: 'Sunday',
        },
      ],
    });
    expect(from).toBeGreaterThan(at(0));
    expect(to).toBeLessThan(at(24));
  });

  it('fills the window exactly, but never draws hours too narrow to read', () => {
    expect(fitHourWidth({ from: at(7), to: at(19) }, 600)).toBe(50);
    expect(fitHourWidth({ from: at(0), to: at(24 * 7) }, 600)).toBe(24);
  });

  it('takes the tallest lanes that all fit', () => {
    expect(fitLaneHeight('fit', 10, 2, 10 * 56 + 52)).toBe(56);
    expect(fitLaneHeight('fit', 10, 2, 10 * 56 + 51)).toBe(44);
    expect(fitLaneHeight('fit', 200, 2, 700)).toBe(36);
    expect(fitLaneHeight(28, 10, 2, 2000)).toBe(28);
  });
});

describe('the rows of the board', () => {
  const layout = rowLayout(rowsOf(boardData(view, new Map(), null).lanes), 44);

  it('are headings and lanes, technicians first', () => {
    expect(layout.rows.map((row) => (row.row === 'group' ? row.kind : ''))).toEqual([
      'technician',
      ...Array<string>(9).fill(''),
      'bay',
      ...Array<string>(8).fill(''),
    ]);
  });

  it('are found by height, and a heading is no lane', () => {
    expect(laneAt(layout, 10)).toBeNull();
    expect(laneAt(layout, 26)).toBe(id<'resource'>(100));
    expect(laneAt(layout, 26 + 9 * 44 + 10)).toBeNull();
    expect(laneAt(layout, 26 + 9 * 44 + 26)).toBe(id<'resource'>(200));
    expect(laneAt(layout, 100_000)).toBeNull();
  });

  it('leave two lines of text room from 36 pixels on', () => {
    expect(36 - 2 * barGap(36)).toBeGreaterThanOrEqual(30);
    expect(28 - 2 * barGap(28)).toBeLessThan(30);
  });
});

describe('the instrument at the head of a lane', () => {
  const data = boardData(view, new Map(), null);
  const live = (number: number) => {
    const lane = data.byLane.get(id<'resource'>(number));
    return lane === undefined ? undefined : liveOf(lane, at(9.4));
  };

  it('says who works, is late, free, or away', () => {
    expect([live(100), live(101), live(104), live(106), live(205)]).toEqual(['free', 'working', 'late', 'off', 'free']);
  });

  it('says who has a break', () => {
    const lane = data.byLane.get(id<'resource'>(100));
    expect(lane === undefined ? undefined : liveOf(lane, at(13.2))).toBe('pause');
  });

  it('knows no share where nothing is open, and warns before the day is full', () => {
    const away = data.byLane.get(id<'resource'>(106));
    expect(away === undefined ? 0 : shareOf([away])).toBeNull();
    expect([loadTone(null), loadTone(0.8), loadTone(0.85), loadTone(0.91)]).toEqual(['plain', 'plain', 'warn', 'bad']);
  });
});
