import type { BoardView } from '../../../core/contract/views/board-view.ts';
import { instant, MINUTE, type InstantRange } from '../../../core/domain/time/instant.ts';
import { LANE_HEIGHTS, type LaneHeight } from '../../state/session.ts';

const HOUR = 60 * MINUTE;
/** What is seen at least after the last working hour. */
const AFTER = 30 * MINUTE;
const NARROWEST_HOUR = 24;

export const GROUP_HEIGHT = 26;
export const AXIS_HEIGHT = 44;

/** The stretch that "fit" shows: from before anybody starts until after the last one has gone, planned work included. */
export function workingWindow(view: Pick<BoardView, 'days' | 'lanes' | 'appointments'>): InstantRange {
  const first = view.days[0];
  const last = view.days.at(-1);
  if (first === undefined || last === undefined) return { from: instant(0), to: instant(HOUR) };
  const whole = { from: first.range.from, to: last.range.to };
  const spans = [...view.days.flatMap((day) => day.open), ...view.lanes.flatMap((lane) => lane.working)];
  if (spans.length === 0)
    return { from: instant(whole.from + 7 * HOUR), to: instant(Math.min(whole.to, whole.from + 18 * HOUR)) };
  let from = whole.to as number;
  let to = whole.from as number;
  for (const span of spans) {
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  return {
    // From a full hour on, so that its label stands at the edge.
    from: instant(whole.from + Math.max(0, Math.floor((from - whole.from) / HOUR)) * HOUR),
    to: instant(Math.min(whole.to, to + AFTER)),
  };
}

/** Pixels for an hour so that the window is filled exactly, unless hours would become too narrow to read. */
export function fitHourWidth(window: InstantRange, pixels: number): number {
  return Math.max(NARROWEST_HOUR, pixels / ((window.to - window.from) / HOUR));
}

/** The tallest lanes that all fit; when none do, the second smallest, because text in the smallest is hard to read. */
export function fitLaneHeight(wish: LaneHeight, lanes: number, groups: number, pixels: number): number {
  if (wish !== 'fit') return wish;
  const fitting = LANE_HEIGHTS.filter((height) => height * lanes + groups * GROUP_HEIGHT <= pixels);
  return Math.max(LANE_HEIGHTS[1] ?? 36, ...fitting);
}
