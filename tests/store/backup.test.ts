import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { insert } from '../../core/domain/ops/op.ts';
import { instant, type Instant } from '../../core/domain/time/instant.ts';
import { migrations } from '../../core/store/migrations/index.ts';
import { restoreBackup } from '../../core/store/backup/restore-backup.ts';
import { appointment, at, bay, customer, ground, HOUR, id } from './sample-rows.ts';
import { commit, opens, optionsIn, temporaryFolder } from './temporary-store.ts';

const never = (): AbortSignal => new AbortController().signal;
const quiet = (): void => {};

describe('backup', () => {
  it('makes a checked copy with its checksum beside it', async () => {
    const { store, keeper } = await opens(optionsIn(temporaryFolder()));
    await commit(store, ground);
    const steps: (readonly [number, number])[] = [];
    const made = await keeper.backup('on-command', (done, total) => steps.push([done, total]), never());
    expect(made).toMatchObject({ why: 'on-command', at: at(0), verified: true });
    expect(path.basename(made.file)).toBe('laneway-2026-11-23T000000Z-on-command.sqlite');
    const note: unknown = JSON.parse(readFileSync(`${made.file}.json`, 'utf8'));
    expect(note).toMatchObject({ why: 'on-command', schema: migrations.length, bytes: made.bytes });
    expect(steps.length).toBeGreaterThan(0);
    expect(await keeper.backups()).toEqual([made]);
    expect(readdirSync(path.dirname(made.file))).toHaveLength(2);
  });

  it('gives two of the same second different names', async () => {
    const { keeper } = await opens(optionsIn(temporaryFolder()));
    const one = await keeper.backup('on-command', quiet, never());
    const two = await keeper.backup('on-command', quiet, never());
    expect(one.file).not.toBe(two.file);
    expect(await keeper.backups()).toHaveLength(2);
  });

  it('leaves nothing when it is cancelled on the way', async () => {
    const { store, keeper } = await opens(optionsIn(temporaryFolder()));
    await commit(
      store,
      ground.concat(Array.from({ length: 3000 }, (_, index) => insert('customer', customer(5000 + index)))),
    );
    const aborter = new AbortController();
    const making = keeper.backup('on-command', () => aborter.abort(), aborter.signal);
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    expect(await keeper.backups()).toEqual([]);
    expect(await commit(store, [insert('customer', customer(50))])).toEqual({ ok: true });
  });

  it('leaves no file when it is cancelled before it begins', async () => {
    const options = optionsIn(temporaryFolder());
    const { keeper } = await opens(options);
    await expect(keeper.backup('on-command', quiet, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(options.backupFolder)).toBe(false);
  });

  it('keeps 14 daily ones, 5 from before migrations and every one made on command', async () => {
    let now: Instant = at(0);
    const { keeper } = await opens(optionsIn(temporaryFolder(), { now: () => now }));
    for (let day = 0; day < 16; day += 1) {
      now = instant(at(0) + day * 24 * HOUR);
      await keeper.backup('start-of-day', quiet, never());
      if (day < 7) await keeper.backup('before-migration', quiet, never());
      await keeper.backup('on-command', quiet, never());
    }
    const backups = await keeper.backups();
    const count = (why: string): number => backups.filter((one) => one.why === why).length;
    expect([count('start-of-day'), count('before-migration'), count('on-command')]).toEqual([14, 5, 16]);
    expect(backups.map((one) => one.at)).toEqual(backups.map((one) => one.at).toSorted((one, other) => other - one));
    expect(Math.min(...backups.filter((one) => one.why === 'start-of-day').map((one) => one.at))).toBe(at(48));
  });

  it('is due once a day', async () => {
    const { keeper } = await opens(optionsIn(temporaryFolder(), { now: () => at(8) }));
    expect(await keeper.startOfDayDue(at(0))).toBe(true);
    await keeper.backup('on-command', quiet, never());
    expect(await keeper.startOfDayDue(at(0))).toBe(true);
    await keeper.backup('start-of-day', quiet, never());
    expect(await keeper.startOfDayDue(at(0))).toBe(false);
    expect(await keeper.startOfDayDue(at(24))).toBe(true);
  });
});

describe('restore', () => {
  it('brings back what was saved, in a new file', async () => {
    const folder = temporaryFolder();
    const { store, keeper } = await opens(optionsIn(folder));
    await commit(store, ground);
    const made = await keeper.backup('on-command', quiet, never());
    await commit(store, [insert('customer', customer(50))]);
    const target = path.join(folder, 'restored.sqlite');
    expect(await restoreBackup(made.file, target)).toEqual({ ok: true, value: target });
    const restored = await opens({ ...optionsIn(folder), file: target });
    expect(await restored.store.read.sequence()).toBe(1);
    expect(await restored.store.read.get('customer', id(50))).toBeUndefined();
    expect((await restored.keeper.verify()).ok).toBe(true);
  });

  it('never overwrites a file', async () => {
    const options = optionsIn(temporaryFolder());
    const { store, keeper } = await opens(options);
    const made = await keeper.backup('on-command', quiet, never());
    await commit(store, ground);
    await store.close();
    const outcome = await restoreBackup(made.file, options.file);
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'exists', file: options.file } });
    expect(await (await opens(options)).store.read.sequence()).toBe(1);
  });

  it('refuses a backup whose bytes changed, and one that is not there', async () => {
    const folder = temporaryFolder();
    const { keeper } = await opens(optionsIn(folder));
    const made = await keeper.backup('on-command', quiet, never());
    const bytes = readFileSync(made.file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(made.file, bytes);
    const target = path.join(folder, 'restored.sqlite');
    expect(await restoreBackup(made.file, target)).toMatchObject({ ok: false, refusal: { kind: 'damaged' } });
    expect(existsSync(target)).toBe(false);
    expect(await restoreBackup(path.join(folder, 'none'), target)).toMatchObject({ refusal: { kind: 'no-backup' } });
  });
});

describe('verify', () => {
  /** Rows, a claim and a log, closed; then changed behind the store's back; then verified. */
  async function verified(change: string): Promise<readonly string[]> {
    const options = optionsIn(temporaryFolder());
    const { store } = await opens(options);
    const parked = { claims: [{ resourceId: bay(21).id, role: 'bay', units: 2 }] } as const;
    await commit(store, [...ground, insert('customer', customer(50))]);
    await commit(store, [
      insert('appointment', appointment(101, 9)),
      insert('appointment', appointment(102, 9, parked)),
    ]);
    await commit(store, [insert('appointment', appointment(103, 12))]);
    await store.close();
    const database = new BetterSqlite3(options.file);
    database.pragma('foreign_keys = OFF');
    database.exec(change);
    database.close();
    const report = await (await opens(options)).keeper.verify();
    expect(report.ok).toBe(report.checks.every((one) => one.ok));
    return report.checks.filter((one) => !one.ok).map((one) => one.name);
  }

  it.each([
    ['nothing', 'select 1', []],
    ['a row nobody logged', "update customers set name = 'Someone else'", ['log-against-rows']],
    ['a revision that is not the log’s', 'update customers set revision = 9', ['log-against-rows']],
    ['a row that is gone', "delete from customers where name = 'Hansen Transport'", ['log-against-rows']],
    [
      'a reference that leads nowhere',
      "update resources set location_id = 'x' where position = 11",
      ['foreign-keys', 'log-against-rows'],
    ],
    [
      'two claims that meet, past the belt',
      `drop trigger claims_belt_update;
       update claims set busy_from = busy_from - 10800000, busy_to = busy_to - 10800000
       where appointment_id = (select id from appointments where start_at = (select max(start_at) from appointments))`,
      ['double-use', 'claims'],
    ],
    ['a claim that is gone', 'delete from claims where unit = 1', ['claims']],
    [
      'a missing log entry',
      'delete from op_log where sequence = 2; delete from command_log where sequence = 2',
      ['log-sequence', 'log-against-rows'],
    ],
  ])('finds %s', async (_, change, expected) => {
    expect(await verified(change)).toEqual(expected);
  });

  it('refuses two claims that meet even from outside, by the belt', async () => {
    const shifting = 'update claims set busy_from = busy_from - 10800000, busy_to = busy_to - 10800000 where unit = 0';
    await expect(verified(`${shifting} and busy_from > ${at(11)}`)).rejects.toThrow('claim-overlap');
  });
});
