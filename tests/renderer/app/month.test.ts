import { describe, expect, it } from 'vitest';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { firstOfMonth, monthWeeks, nextMonth, previousMonth } from '../../../renderer/app/month.ts';

describe('the month of the day picker', () => {
  it('begins its weeks on Monday and holds the whole month', () => {
    const weeks = monthWeeks(firstOfMonth(localDate('2026-11-23')));
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.flat()).toContain('2026-11-30');
  });

  it('goes from month to month over the year and short months', () => {
    expect(nextMonth(localDate('2026-12-31'))).toBe('2027-01-01');
    expect(previousMonth(localDate('2027-01-15'))).toBe('2026-12-01');
    expect(nextMonth(localDate('2027-02-28'))).toBe('2027-03-01');
  });
});
