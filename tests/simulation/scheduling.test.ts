import { describe, expect, it } from 'vitest';
import { playMany } from './model/many.ts';

describe('forty random sequences of up to forty commands', () => {
  it('are answered and leave everything as the model says, after every step', async () => {
    const { done, refusals } = await playMany(40, 40);
    expect(done.size).toBeGreaterThan(12);
    expect(refusals.size).toBeGreaterThan(4);
  }, 300_000);
});
