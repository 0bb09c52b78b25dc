import { instant, MINUTE, type Instant, type InstantRange } from '../../../core/domain/time/instant.ts';
import { toLocal } from '../../../core/domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../../core/domain/time/zones.ts';

const HOUR = 60 * MINUTE;

/** Instants to pixels and back. Real time runs evenly, so a day of 23 hours is 23 hours wide. */
export interface TimeScale {
  readonly range: InstantRange;
  readonly hourWidth: number;
  readonly width: number;
  x(at: number): number;
  at(x: number): Instant;
  /** Pixels that a length of time takes. */
  length(milliseconds: number): number;
}

export function timeScale(range: InstantRange, hourWidth: number): TimeScale {
  const perMillisecond = hourWidth / HOUR;
  return {
    range,
    hourWidth,
    width: Math.round((range.to - range.from) * perMillisecond),
    x: (at) => (at - range.from) * perMillisecond,
    at: (x) => instant(Math.round(range.from + x / perMillisecond)),
    length: (milliseconds) => milliseconds * perMillisecond,
  };
}

export interface Tick {
  readonly at: Instant;
  /** The wall clock's hour, 0..23; on a 25-hour day one of them comes twice. */
  readonly hour: number;
}

/** Every full hour of the wall clock within the range. */
export function hourTicks(zones: Zones, zone: ZoneId, range: InstantRange): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let at = range.from; at < range.to;) {
    const { minute, second } = toLocal(zones, zone, at);
    const past = minute % 60;
    if (past === 0 && second === 0) ticks.push({ at, hour: minute / 60 });
    at = instant(at + (60 - past) * MINUTE - second * 1000);
  }
  return ticks;
}

export interface Snapping {
  readonly zones: Zones;
  readonly zone: ZoneId;
  /** Minutes. */
  readonly step: number;
}

/** The nearest instant at which the wall clock shows a multiple of the step. */
export function snap({ zones, zone, step }: Snapping, at: Instant): Instant {
  const { minute, second } = toLocal(zones, zone, at);
  const past = (minute % step) * MINUTE + second * 1000 + (((at % 1000) + 1000) % 1000);
  const whole = step * MINUTE;
  return instant(past * 2 < whole ? at - past : at - past + whole);
}

/** One step on, or back, to a multiple of the step. */
export function stepFrom(snapping: Snapping, at: Instant, steps: number): Instant {
  const snapped = snap(snapping, at);
  const moved = instant(snapped + steps * snapping.step * MINUTE);
  // From 09:07 one step forward is 09:15, not 09:30.
  if (snapped !== at && Math.sign(snapped - at) === Math.sign(steps))
    return instant(moved - Math.sign(steps) * snapping.step * MINUTE);
  return moved;
}
