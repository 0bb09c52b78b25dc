import type { MinuteOfDay } from './local-date.ts';

const FORM = /^(\d{2}):(\d{2})$/;

/** Brands minutes after midnight that are known to be whole and in range. */
export function minuteOfDay(count: number): MinuteOfDay {
  return count as MinuteOfDay;
}

/** `09:05`, 24 hours, for ids, files and logs; `24:00` is the day's end. Screens format by locale. */
export function clockText(minute: MinuteOfDay): string {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Reads `09:05` up to `24:00`; undefined for anything else. */
export function parseClock(text: string): MinuteOfDay | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= 1440 ? (minute as MinuteOfDay) : undefined;
}
