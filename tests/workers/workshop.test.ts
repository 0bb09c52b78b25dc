import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId, Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileWork } from '../../core/application/ports/file-work.ts';
import { StoreFault } from '../../core/application/ports/store-fault.ts';
import { insert } from '../../core/domain/ops/op.ts';
import { restoreBackup } from '../../core/store/backup/restore-backup.ts';
import { fileWork } from '../../core/store/file-work.ts';
import { startWorker } from '../../core/workers/start-worker.ts';
import { openWorkshop, type Workshop } from '../../core/workers/workshop.ts';
import { customer, ground, id } from '../store/sample-rows.ts';
import { commit, opens, optionsIn, temporaryFolder } from '../store/temporary-store.ts';
import { damage, fill } from './big-file.ts';

const quiet = (): void => {};
const never = (): AbortSignal => new AbortController().signal;
const nobody = (): Promise<never> => Promise.reject(new Error('This thread was to do the work itself'));
const notHere: FileWork = { backup: nobody, verify: nobody, check: nobody };

const shops: Workshop[] = [];
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.close();
});

/** A workshop whose host refuses to do any work, with the ids of the threads it started. */
function workshop() {
  const threads: number[] = [];
  const start = (): Worker => {
    const worker = startWorker();
    threads.push(worker.threadId);
    return worker;
  };
  const shop = openWorkshop({ instead: notHere, noWorker: quiet, start });
  shops.push(shop);
  return { shop, threads };
}

/** A closed store file of some megabytes, and the options that open it with work in threads. */
async function bigStore(megabytes: number) {
  const options = optionsIn(temporaryFolder());
  const { store } = await opens(options);
  await commit(store, ground);
  await store.close();
  fill(options.file, megabytes);
  const { shop, threads } = workshop();
  return { options: { ...options, work: shop }, shop, threads };
}

describe('work in threads', () => {
  it('makes a backup, checks and verifies, each in another thread than this', async () => {
    const { options, threads } = await bigStore(4);
    const { keeper } = await opens(options);
    const steps: number[] = [];
    const made = await keeper.backup('on-command', (done) => steps.push(done), never());
    expect(made).toMatchObject({ why: 'on-command', verified: true });
    expect(steps.length).toBeGreaterThan(2);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(await keeper.check()).toMatchObject({ name: 'quick', ok: true });
    expect(await keeper.verify()).toMatchObject({ ok: true });
    expect(new Set([threadId, ...threads]).size).toBe(4);
  });

  it('leaves this thread free while every page is read', async () => {
    const { options } = await bigStore(30);
    const { keeper } = await opens(options);
    let turns = 0;
    let counting = true;
    const count = (): void => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    count();
    await keeper.verify();
    counting = false;
    // In this thread it would be a handful: one for each check and a few for the log.
    expect(turns).toBeGreaterThan(200);
  });

  it('keeps what is written during a backup out of it, and does not start over', async () => {
    const { options } = await bigStore(8);
    const { store, keeper } = await opens(options);
    const steps: number[] = [];
    let writes: Promise<unknown> = Promise.resolve();
    const made = await keeper.backup(
      'on-command',
      (done) => {
        const number = 500 + steps.push(done);
        writes = writes.then(() => commit(store, [insert('customer', customer(number))]));
      },
      never(),
    );
    await writes;
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(await store.read.get('customer', id(501))).toBeDefined();
    const target = path.join(temporaryFolder(), 'restored.sqlite');
    expect(await restoreBackup(made.file, target)).toMatchObject({ ok: true });
    const restored = await opens({ ...optionsIn(temporaryFolder()), file: target });
    expect(await restored.store.read.sequence()).toBe(1);
    expect(await restored.keeper.verify()).toMatchObject({ ok: true });
  });

  it('says what failed on the file as a fault, as this thread would', async () => {
    const folder = temporaryFolder();
    const order = { source: path.join(folder, 'none'), file: 'x', partial: path.join(folder, 'y'), schema: 1 } as const;
    const { shop } = workshop();
    const tools = { progress: quiet, signal: never(), keep: () => true };
    const failed = shop.backup({ ...order, at: optionsIn('').now(), why: 'on-command' }, tools);
    await expect(failed).rejects.toThrow(StoreFault);
    await expect(failed).rejects.toMatchObject({ fault: { code: 'unavailable', retryable: true } });
  });

  it('finds a damaged page', async () => {
    const { options, shop } = await bigStore(1);
    damage(options.file);
    expect(await shop.check(options.file)).toMatchObject({ name: 'quick', ok: false });
    expect(await shop.verify(options.file)).toMatchObject({ ok: false, checks: [{ name: 'integrity', ok: false }] });
  });
});

describe('a backup that is stopped', () => {
  it('leaves nothing when it is stopped while it copies', async () => {
    const { options } = await bigStore(8);
    const { store, keeper } = await opens(options);
    const aborter = new AbortController();
    const making = keeper.backup('on-command', () => aborter.abort(), aborter.signal);
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => readdirSync(options.backupFolder)).toEqual([]);
    expect(await commit(store, [insert('customer', customer(50))])).toEqual({ ok: true });
  });

  it('leaves nothing when it is stopped before its thread is ready', async () => {
    const { options } = await bigStore(1);
    const { keeper } = await opens(options);
    const aborter = new AbortController();
    const making = keeper.backup('on-command', quiet, aborter.signal);
    setImmediate(() => aborter.abort());
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => readdirSync(options.backupFolder)).toEqual([]);
  });

  it('is whole or nothing, whenever it is stopped after the copying', async () => {
    const { options } = await bigStore(8);
    const { keeper } = await opens(options);
    const outcomes = new Set<string>();
    for (const pause of [0, 2, 5, 10, 20, 40, 80, 160, 320]) {
      const aborter = new AbortController();
      const making = keeper.backup(
        'on-command',
        (done, total) => {
          if (total - done < 512) setTimeout(() => aborter.abort(), pause);
        },
        aborter.signal,
      );
      // Any other error than this one fails the test.
      const made = await making.catch((error: unknown) => {
        if (error !== aborter.signal.reason) throw error;
        return undefined;
      });
      outcomes.add(made === undefined ? 'stopped' : 'made');
      const kept = await keeper.backups();
      expect(kept.some((one) => one.file === made?.file)).toBe(made !== undefined);
      await expect.poll(() => readdirSync(options.backupFolder)).toHaveLength(kept.length * 2);
      for (const one of kept)
        expect(await restoreBackup(one.file, path.join(temporaryFolder(), 'restored.sqlite'))).toMatchObject({
          ok: true,
        });
    }
    expect(outcomes).toContain('stopped');
  });

  it('leaves nothing when the program closes', async () => {
    const { options, shop } = await bigStore(8);
    const { keeper } = await opens(options);
    const making = keeper.backup('on-command', () => void shop.close(), never());
    await expect(making).rejects.toThrow(/closing|ended/);
    await shop.close();
    expect(readdirSync(options.backupFolder)).toEqual([]);
    await expect(keeper.verify()).rejects.toThrow('closing');
  });

  it('sweeps away what a crash left, with the next backup', async () => {
    const { options } = await bigStore(1);
    const { keeper } = await opens(options);
    const one = await keeper.backup('on-command', quiet, never());
    const left = path.join(options.backupFolder, 'laneway-2026-11-20T070000Z-start-of-day.sqlite.1.partial');
    writeFileSync(left, 'half');
    writeFileSync(`${left}-journal`, '');
    const two = await keeper.backup('on-command', quiet, never());
    expect(readdirSync(options.backupFolder)).toHaveLength(4);
    expect([one, two].every(({ file }) => existsSync(file))).toBe(true);
  });
});

describe('where no thread can start', () => {
  const dying = path.join(import.meta.dirname, 'dying-worker.mjs');

  it.each([
    [
      'its file is missing',
      (): Worker => {
        throw new Error('missing');
      },
    ],
    ['it dies before it is ready', () => new Worker(dying)],
    ['it ends before it is ready', () => new Worker('', { eval: true })],
  ])('the work is done in this one: %s', async (_, start) => {
    let told = 0;
    const shop = openWorkshop({ instead: fileWork, noWorker: () => (told += 1), start });
    const { keeper } = await opens({ ...optionsIn(temporaryFolder()), work: shop });
    expect(await keeper.backup('on-command', quiet, never())).toMatchObject({ verified: true });
    expect(await keeper.verify()).toMatchObject({ ok: true });
    expect(told).toBe(2);
  });
});
