import { asWallTime, type WallTime } from '../time/wall-time.ts';
import { DAY, civilDate, dayNumber, daysInMonth } from './civil-day.ts';
import type { WallText } from './series.ts';

const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Milliseconds of a wall time from its parts; undefined when there is no such day or time. */
export function wallOfParts(parts: readonly (string | undefined)[]): WallTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!real || hour > 23 || minute > 59 || second > 59) return undefined;
  return asWallTime(dayNumber(year, month, day) * DAY + ((hour * 60 + minute) * 60 + second) * 1000);
}

/** Reads `2026-11-23T09:00`, seconds optional; undefined for anything that is no real wall time. */
export function parseWall(text: string): WallTime | undefined {
  const match = FORM.exec(text);
  return match === null ? undefined : wallOfParts(match.slice(1));
}

/** A wall time whose form was checked at the boundary; throws on any other. */
export function wallOf(text: WallText): WallTime {
  const wall = parseWall(text);
  if (wall === undefined) throw new Error(`Not a wall time: ${text}`);
  return wall;
}

/** The one way a wall time is written, so that texts can be compared: seconds only where there are some. */
export function wallText(wall: WallTime): WallText {
  const number = Math.floor(wall / DAY);
  const { year, month, day } = civilDate(number);
  const seconds = Math.floor((wall - number * DAY) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}${rest}`;
}
