import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../core/workers/verdict.ts';

describe('a verdict', () => {
  it('is said by whoever comes first, and seen by both sides', () => {
    const here = verdictOn();
    const there = verdictOn(here.memory);
    expect([there.keep(), here.stop(), there.keep()]).toEqual([true, false, true]);
  });

  it('stops once and for all when stopping came first', () => {
    const here = verdictOn();
    expect([here.stop(), verdictOn(here.memory).keep(), here.stop()]).toEqual([true, false, true]);
  });
});
