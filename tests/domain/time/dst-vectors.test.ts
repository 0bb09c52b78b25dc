import { describe, expect, it } from 'vitest';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { dayRange } from '../../../core/domain/time/local-time.ts';
import { asWallTime } from '../../../core/domain/time/wall-time.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import vectors from '../../fixtures/calendar/dst.json' with { type: 'json' };
import { zone, zones } from './product-zones.ts';

const DAY = 86_400_000;
const wallOf = (local: string): number => Date.parse(`${local}Z`);
const text = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

/** The vectors' wall times go to their instants and back. */
describe('vectors: a wall time', () => {
  const list = vectors.flatMap((one) => (one.kind === 'wall' && 'local' in one ? [one] : []));
  it('are 42', () => expect(list.length).toBe(42));
  it.each(list)('$id: $tz $local ($sort)', (one) => {
    const at = zones.atWall(zone(one.tz), asWallTime(wallOf(one.local ?? '')));
    expect(text(at)).toBe(one.utc);
    const shown = one.shownAs ?? one.local;
    expect(text(zones.wallAt(zone(one.tz), at))).toBe(`${shown}Z`);
  });
});

describe('vectors: the bounds of a day', () => {
  const list = vectors.flatMap((one) => (one.kind === 'day-bounds' && 'date' in one ? [one] : []));
  it('are 40', () => expect(list.length).toBe(40));
  it.each(list)('$id: $tz $date has $hours hours', (one) => {
    const day = dayRange(zones, zone(one.tz), localDate(one.date ?? ''));
    expect([text(day.from), text(day.to), (day.to - day.from) / 3_600_000]).toEqual([one.start, one.end, one.hours]);
  });
});

/** The series themselves are the series room's to expand; here only the conversion of each expected occurrence. */
describe('vectors: every occurrence of a series keeps its wall time', () => {
  const list = vectors.flatMap((one) => ('dtstart' in one && !one.rrule?.includes('BYHOUR') ? [one] : []));
  it('are 78', () => expect(list.length).toBe(78));
  it.each(list)('$id: $tz from $dtstart', (one) => {
    const clock = wallOf(one.dtstart ?? '') % DAY;
    for (const expected of one.expect ?? []) {
      const shown = zones.wallAt(zone(one.tz), instant(Date.parse(expected)));
      const today = Math.floor(shown / DAY) * DAY + clock;
      // A time in a gap before midnight is shown on the day after.
      const found = [today, today - DAY].map((wall) => text(zones.atWall(zone(one.tz), asWallTime(wall))));
      expect(found).toContain(expected);
    }
  });
});
