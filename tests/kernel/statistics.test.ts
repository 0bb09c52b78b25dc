import { describe, expect, it } from 'vitest';
import { mean, median, shareOf } from '../../core/kernel/statistics.ts';

describe('statistics', () => {
  it('take the mean', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNull();
  });

  it('take the middle value, of two middle ones their mean, in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([4])).toBe(4);
    expect(median([])).toBeNull();
  });

  it('have no share of nothing', () => {
    expect(shareOf(1, 4)).toBe(0.25);
    expect(shareOf(0, 0)).toBeNull();
  });
});
