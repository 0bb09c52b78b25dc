import { describe, expect, it } from 'vitest';
import { compare } from './same-answer.ts';

describe('the planner and the rulebook', () => {
  it('agree about ten thousand random placements on random boards', () => {
    const { differences, fits, counted } = compare(10_000, 1);
    expect(differences).toEqual([]);
    expect(fits).toBeGreaterThan(500);
    expect(counted).toBeGreaterThan(10);
  });
});
