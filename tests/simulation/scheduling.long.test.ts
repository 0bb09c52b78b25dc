import { describe, expect, it } from 'vitest';
import { NAMES } from './model/answers.ts';
import { playMany } from './model/many.ts';
import { ONCE_EACH } from './model/once-each.ts';

describe('a thousand random sequences of up to a hundred commands', () => {
  it('differ from the model in nothing, and hold every invariant after every step', async () => {
    const { done, refusals, tally } = await playMany(1000, 100, ONCE_EACH);
    const told = [...tally].map(([what, times]) => `${what} ${times}`).toSorted((a, b) => a.localeCompare(b));
    process.stdout.write(`\n${told.join('\n')}\n`);
    // The one organization is there before anybody can do anything: a second one is refused.
    expect(NAMES.filter((name) => !done.has(name))).toEqual(['createOrganization']);
    const kinds = ['blocked', 'needs-override', 'already-booked', 'final-status', 'wrong-status', 'invalid-input'];
    const undoing = ['changed-since', 'nothing-to-undo', 'nothing-to-redo', 'stock-short'];
    expect([...kinds, ...undoing].filter((kind) => !refusals.has(kind))).toEqual([]);
  }, 7_200_000);
});
