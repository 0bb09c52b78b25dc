import { describe, expect, it } from 'vitest';
import { compare } from './same-answer.ts';

describe('the planner and the rulebook', () => {
  it('agree about a hundred thousand random placements on random boards', () => {
    const { differences, fits } = compare(100_000, 10_000);
    expect(differences).toEqual([]);
    expect(fits).toBeGreaterThan(5000);
  }, 600_000);
});
