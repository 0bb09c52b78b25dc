import { describe, expect, it } from 'vitest';
import { randomCommands, randomFrom } from '../builders/random-commands.ts';
import { snapshotOf } from '../builders/snapshot.ts';
import { openStage } from '../builders/use-world.ts';

describe('a hundred random commands', () => {
  it.each([1, 2, 3, 4])(
    'seed %i: a hundred undos give the rows from before, a hundred redos those from after',
    async (seed) => {
      const stage = await openStage();
      const before = snapshotOf(stage.folder);
      expect(before['appointments']).toEqual([]);
      const next = randomCommands(stage.world, stage.ids, randomFrom(seed));
      const names = new Set<string>();
      let accepted = 0;
      for (let tries = 0; accepted < 100 && tries < 1000; tries += 1) {
        const { name, args } = next();
        const sequence = await stage.store.read.sequence();
        const reply = await stage.laneway.call('command', name, { id: stage.ids.next(), args }, { host: 'test' });
        if (!reply.ok && reply.error.kind === 'fault') throw new Error(JSON.stringify(stage.notes));
        expect(await stage.store.read.sequence()).toBe(reply.ok ? sequence + 1 : sequence);
        const entry = reply.ok ? await stage.store.read.logEntry(sequence + 1) : undefined;
        if (entry?.undoable !== true) continue;
        names.add(name);
        accepted += 1;
      }
      expect(accepted).toBe(100);
      expect(names.size).toBeGreaterThan(12);
      const after = snapshotOf(stage.folder);
      expect(after).not.toEqual(before);
      // A day later: what depends on the clock must not matter.
      stage.clock.pass(24 * 60);
      for (let step = 0; step < 100; step += 1) await stage.done('undo', {});
      expect(snapshotOf(stage.folder)).toEqual(before);
      for (let step = 0; step < 100; step += 1) await stage.done('redo', {});
      expect(snapshotOf(stage.folder)).toEqual(after);
      expect(await stage.refused('redo', {})).toEqual({ kind: 'nothing-to-redo' });
      for (let step = 0; step < 100; step += 1) await stage.done('undo', {});
      expect(snapshotOf(stage.folder)).toEqual(before);
    },
    120_000,
  );
});
