import { overlaps } from '../../kernel/sorted-ranges.ts';
import { addMinutes, durationOf, minutes, type Instant, type InstantRange, type Minutes } from './instant.ts';
import { toLocal, type LocalTime } from './local-time.ts';
import { wallTime } from './wall-time.ts';
import type { ZoneId, Zones } from './zones.ts';

/** It has not begun at `now`. */
export function isUpcoming(slot: InstantRange, now: Instant): boolean {
  return now < slot.from;
}

/** It has begun and is not over by its plan; the last instant belongs to what follows. */
export function isUnderway(slot: InstantRange, now: Instant): boolean {
  return slot.from <= now && now < slot.to;
}

/** It is over by its plan. */
export function isPast(slot: InstantRange, now: Instant): boolean {
  return slot.to <= now;
}

/** Minutes until it begins, begun ones rounded up; 0 once it has begun. */
export function timeUntilStart(slot: InstantRange, now: Instant): Minutes {
  return minutes(Math.max(0, Math.ceil((slot.from - now) / 60_000)));
}

/** What is wrong with a slot by itself. */
export type SlotProblem =
  | { readonly problem: 'ends-before-start' }
  | { readonly problem: 'too-short'; readonly minimum: Minutes; readonly duration: Minutes }
  | { readonly problem: 'too-long'; readonly maximum: Minutes; readonly duration: Minutes };

/** Null for a slot that ends after it starts and lasts from `minimum` to `maximum`, both included. */
export function validateTimeSlot(
  slot: InstantRange,
  limits: { readonly minimum?: Minutes; readonly maximum?: Minutes } = {},
): SlotProblem | null {
  if (slot.to <= slot.from) return { problem: 'ends-before-start' };
  const { minimum, maximum } = limits;
  const duration = durationOf(slot);
  if (minimum !== undefined && slot.to < addMinutes(slot.from, minimum))
    return { problem: 'too-short', minimum, duration };
  if (maximum !== undefined && slot.to > addMinutes(slot.from, maximum))
    return { problem: 'too-long', maximum, duration };
  return null;
}

/** Minutes that a slot keeps free around itself. */
export interface Buffers {
  readonly before: Minutes;
  readonly after: Minutes;
}

export const NO_BUFFERS: Buffers = { before: minutes(0), after: minutes(0) };

/** The slot with its buffers: [from - before, to + after). */
export function withBuffers(slot: InstantRange, buffers: Buffers): InstantRange {
  return { from: addMinutes(slot.from, -buffers.before), to: addMinutes(slot.to, buffers.after) };
}

/**
 * The first of `taken` that the slot with its buffers would meet; undefined when none. Half-open: what only touches is
 * no conflict. `taken` may come in any order; give busy ranges where those keep buffers of their own.
 */
export function slotConflict(
  slot: InstantRange,
  taken: readonly InstantRange[],
  buffers: Buffers = NO_BUFFERS,
): InstantRange | undefined {
  const busy = withBuffers(slot, buffers);
  let first: InstantRange | undefined;
  for (const other of taken) {
    if (overlaps(busy, other) && (first === undefined || other.from < first.from)) first = other;
  }
  return first;
}

/** What the clocks of a zone show at both ends. */
export function slotInZone(
  zones: Zones,
  slot: InstantRange,
  zone: ZoneId,
): { readonly from: LocalTime; readonly to: LocalTime } {
  return { from: toLocal(zones, zone, slot.from), to: toLocal(zones, zone, slot.to) };
}

/** The wall time of another zone at the same instant; a time in a gap or an overlap is read as `Zones.atWall` reads it. */
export function convertWallTime(zones: Zones, local: LocalTime, from: ZoneId, to: ZoneId): LocalTime {
  const at = zones.atWall(from, wallTime(local.date, local.minute));
  return { ...toLocal(zones, to, at), second: local.second };
}

/** `2026-01-20T14:00:00-05:00`: wall time and offset, as calendars write it (RFC 3339); whole seconds. */
export function calendarText(zones: Zones, zone: ZoneId, at: Instant): string {
  const { date, minute, second } = toLocal(zones, zone, at);
  const two = (count: number): string => String(count).padStart(2, '0');
  const offset = Math.round(zones.offsetAt(zone, at) / 60_000);
  const away = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const clock = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`;
  return `${date}T${clock}${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
