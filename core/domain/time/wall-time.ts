import type { Brand } from '../../kernel/brand.ts';
import { MINUTE } from './instant.ts';
import type { LocalDate, MinuteOfDay } from './local-date.ts';

/** What a wall clock shows, date included: its digits read as though they were UTC, in milliseconds since 1970. */
export type WallTime = Brand<number, 'WallTime'>;

const DAY = 86_400_000;

export function wallTime(date: LocalDate, minute: number): WallTime {
  return (Date.parse(date) + minute * MINUTE) as WallTime;
}

/** Brands milliseconds that were made by reading wall digits as UTC. */
export function asWallTime(milliseconds: number): WallTime {
  return milliseconds as WallTime;
}

export function dateOfWall(wall: WallTime): LocalDate {
  return new Date(wall).toISOString().slice(0, 10) as LocalDate;
}

/** Minute of the day, seconds cut off. */
export function minuteOfWall(wall: WallTime): MinuteOfDay {
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE) as MinuteOfDay;
}

/** Seconds within the minute, 0..59. */
export function secondOfWall(wall: WallTime): number {
  return Math.floor((wall - Math.floor(wall / MINUTE) * MINUTE) / 1000);
}
