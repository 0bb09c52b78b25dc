import { describe, expect, it } from 'vitest';
import { upkeep, type UpkeepParts } from '../../core/application/upkeep.ts';
import { diagnosticsList } from '../builders/surroundings.ts';
import { openStage } from '../builders/use-world.ts';

/** A host with nothing to back up or check, whose rounds follow each other at once. */
async function hostThat(tidy: UpkeepParts['tidy']) {
  const stage = await openStage();
  const diagnostics = diagnosticsList();
  const keeper: UpkeepParts['keeper'] = {
    backup: () => Promise.reject(new Error('No backup is due')),
    backups: () => Promise.resolve([]),
    verify: () => Promise.reject(new Error('Nobody verifies')),
    health: () => 'ok',
    startOfDayDue: () => Promise.resolve(false),
    check: () => Promise.reject(new Error('Nobody checks')),
  };
  const stop = upkeep({
    store: stage.store,
    keeper,
    startOfDay: () => stage.clock.now(),
    wait: () => Promise.resolve(),
    checks: false,
    tidy,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    diagnostics,
    publish: () => undefined,
  });
  return { stop, notes: diagnostics.notes };
}

describe('a host that stays', () => {
  it('tidies in rounds until it ends', async () => {
    let rounds = 0;
    let enough: () => void = () => undefined;
    const third = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const { stop } = await hostThat(() => {
      rounds += 1;
      if (rounds === 3) enough();
      return Promise.resolve();
    });
    await third;
    await stop();
    const ended = rounds;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(rounds).toBe(ended);
  });

  it('goes on after a round that failed, and notes it', async () => {
    let rounds = 0;
    let enough: () => void = () => undefined;
    const second = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const { stop, notes } = await hostThat(() => {
      rounds += 1;
      if (rounds === 2) enough();
      return rounds === 1 ? Promise.reject(new Error('busy')) : Promise.resolve();
    });
    await second;
    await stop();
    expect(notes.map((note) => note.what)).toContain('tidying-failed');
  });
});
