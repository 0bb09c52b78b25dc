import { describe, expect, it } from 'vitest';
import { commands } from '../../core/contract/commands/index.ts';
import { playMany } from './model/many.ts';
import { ONCE_EACH } from './model/once-each.ts';

/** The one organization is there before anybody can do anything: a second one is refused. */
const BUILT = ['createOrganization'];

describe('every command once, and forty random sequences of up to forty commands', () => {
  it('are answered and leave everything as the model says, after every step', async () => {
    const { done, refusals } = await playMany(40, 40, ONCE_EACH);
    expect(Object.keys(commands).filter((name) => !done.has(name))).toEqual(BUILT);
    expect(refusals.size).toBeGreaterThan(4);
  }, 300_000);
});
