import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { Entities, EntityName, Op } from '../../core/domain/ops/op.ts';
import type { Store } from '../../core/application/ports/store.ts';
import { openLanewayIn } from '../builders/laneway.ts';
import { at, clockAt, surroundingsWith } from '../builders/surroundings.ts';
import { temporaryFolder } from '../builders/use-world.ts';

const SENDER = new URL('./kill/sender.ts', import.meta.url).pathname;

/** Runs the sender and kills it the hard way after so many acknowledged commands; answers those it told of. */
async function sendAndKill(folder: string, seed: number, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [SENDER, folder, String(seed), '200'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (line.startsWith('done ')) acknowledged.push(line.slice(5));
    if (acknowledged.length === after) child.kill('SIGKILL');
  });
  const closed = once(lines, 'close');
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  await closed;
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

/** What the log alone says the rows are. */
function replay(ops: readonly Op[]): ReadonlyMap<string, unknown> {
  const rows = new Map<string, Record<string, unknown>>();
  for (const op of ops) {
    const key = `${op.entity} ${op.id}`;
    if (op.op === 'delete') rows.delete(key);
    else rows.set(key, op.op === 'insert' ? { ...op.row } : { ...rows.get(key), ...op.after });
  }
  return rows;
}

async function rowOf<E extends EntityName>(store: Store, entity: E, id: string): Promise<Entities[E] | undefined> {
  return store.read.get(entity, id);
}

describe('kill -9 in the middle of 200 random commands', () => {
  it.each([
    [1, 3],
    [2, 20],
    [3, 47],
    [4, 90],
  ])(
    'seed %i after %i: every acknowledged command is there, and no half of another',
    async (seed, after) => {
      const folder = temporaryFolder();
      const acknowledged = await sendAndKill(folder, seed, after);
      expect(acknowledged.length).toBeGreaterThanOrEqual(after);
      const laneway = await openLanewayIn(folder, surroundingsWith(clockAt(at(7))));
      const { store } = laneway;
      for (const id of acknowledged) expect([id, (await store.read.logByCommand(id))?.commandId]).toEqual([id, id]);
      const entries = (await store.read.log({ entity: null, id: null, before: null, limit: 10_000 })).toReversed();
      expect(entries.map((entry) => entry.sequence)).toEqual(entries.map((_, index) => index + 1));
      const expected = replay(entries.flatMap((entry) => entry.ops));
      for (const op of entries.flatMap((entry) => entry.ops)) {
        const key = `${op.entity} ${op.id}`;
        expect([key, await rowOf(store, op.entity, op.id)]).toEqual([key, expected.get(key)]);
      }
      const verified = await laneway.laneway.call('query', 'verify', {}, { host: 'test' });
      expect(verified).toMatchObject({ ok: true, value: { ok: true } });
      await laneway.done('undo', {});
      await laneway.close();
    },
    120_000,
  );
});
