import { clockText, minuteOfDay, parseClock } from '../../../core/domain/time/clock-text.ts';
import type { MinuteOfDay } from '../../../core/domain/time/local-date.ts';

/** Reads a time as people type it: `9`, `945`, `9:45`, `9.45`, `09:45`; undefined when it is none. */
export function readClock(text: string): string | undefined {
  const digits = /^\s*(\d{1,2})(?:[:.\s]?(\d{2}))?\s*$/.exec(text);
  if (digits === null) return undefined;
  const minute = parseClock(`${(digits[1] ?? '').padStart(2, '0')}:${digits[2] ?? '00'}`);
  return minute === undefined ? undefined : clockText(minute);
}

/** The same as minutes after midnight. */
export function minuteOf(text: string): MinuteOfDay | undefined {
  const read = readClock(text);
  return read === undefined ? undefined : parseClock(read);
}

/** The next time on the step's grid, up or down, within the day. */
export function stepClock(text: string, step: number, way: 1 | -1): string | undefined {
  const minute = minuteOf(text);
  if (minute === undefined) return undefined;
  const next = way > 0 ? Math.floor(minute / step) + 1 : Math.ceil(minute / step) - 1;
  return clockText(minuteOfDay(Math.min(24 * 60, Math.max(0, next * step))));
}
