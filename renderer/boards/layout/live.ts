import type { LaneData } from './lane-data.ts';

export type Live = 'off' | 'free' | 'working' | 'late' | 'pause';

/** What a technician or bay is doing at this moment, as far as the plan and what people reported say. */
export function liveOf({ lane, bars }: LaneData, now: number): Live {
  const isNow = (span: { readonly from: number; readonly to: number }): boolean => span.from <= now && now < span.to;
  const underway = bars.filter((bar) => bar.state.status === 'in-progress');
  if (underway.some((bar) => bar.end < now)) return 'late';
  if (underway.length > 0) return 'working';
  if (lane.occurrences.some(isNow)) return 'working';
  const closed = lane.closed.find(isNow);
  if (closed !== undefined) return closed.why === 'break' ? 'pause' : 'off';
  return lane.working.some(isNow) ? 'free' : 'off';
}

/** Booked minutes as a share of the open ones; null when nothing is open. */
export function shareOf(lanes: readonly LaneData[]): number | null {
  let booked = 0;
  let open = 0;
  for (const { lane } of lanes) {
    booked += lane.booked;
    open += lane.open;
  }
  return open === 0 ? null : booked / open;
}

/** A share from which on the day has no room for surprises. */
export const FULL = 0.9;
export const NEARLY_FULL = 0.8;

export function loadTone(share: number | null): 'plain' | 'warn' | 'bad' {
  if (share === null || share <= NEARLY_FULL) return 'plain';
  return share > FULL ? 'bad' : 'warn';
}
