import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { insert } from '../../core/domain/ops/op.ts';
import { migrations } from '../../core/store/migrations/index.ts';
import type { Migration } from '../../core/store/migrations/migration.ts';
import { openStore, type OpenStoreOptions } from '../../core/store/open-store.ts';
import { customer, ground, id, organization } from './sample-rows.ts';
import { commit, opens, optionsIn, temporaryFolder } from './temporary-store.ts';

/** A file with the ground rows in it, closed cleanly. */
async function filled(options: OpenStoreOptions): Promise<void> {
  const { store } = await opens(options);
  await commit(store, ground);
  await store.close();
}

function tablesOf(file: string): readonly string[] {
  const database = new BetterSqlite3(file, { readonly: true });
  const rows = database.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'").all();
  database.close();
  return rows.map((row) => row.name);
}

/** What would be on disk if the process died now: the files are copied while the store is open. */
function killed(from: OpenStoreOptions, to: OpenStoreOptions): void {
  mkdirSync(path.dirname(to.file), { recursive: true });
  for (const ending of ['', '-wal']) copyFileSync(from.file + ending, to.file + ending);
}

const next = migrations.length + 1;
const broken: Migration = {
  number: next,
  name: 'broken',
  statements: () => ['create table half_way (id text)', 'insert into organizations (id) values (1)'],
};
const third: Migration = { number: next + 1, name: 'third', statements: () => ['create table third (id text)'] };

describe('opening a store', () => {
  it('makes the file and its folder, and finds everything again', async () => {
    const folder = temporaryFolder();
    const options = optionsIn(path.join(folder, 'deep', 'er'));
    await filled(options);
    const again = await opens({ ...options, newReplica: () => 'another' });
    expect(await again.store.read.get('organization', organization.id)).toEqual(organization);
    expect(again.replica).toBe(id(77));
  });

  it('numbers migrations without a gap, starting at 1', () => {
    expect(migrations.map((one) => one.number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('runs with the settings that keep data safe', async () => {
    const options = optionsIn(temporaryFolder());
    await filled(options);
    const database = new BetterSqlite3(options.file, { readonly: true });
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    const loose = database
      .prepare<[], { name: string }>(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    database.close();
  });

  it('does not check after a clean shutdown, and does after a kill', async () => {
    const options = optionsIn(temporaryFolder());
    await filled(options);
    const open = await opens(options);
    expect(open.checked).toBe(false);
    await commit(open.store, [insert('customer', customer(50))]);

    const copy = optionsIn(temporaryFolder());
    killed(options, copy);
    const after = await opens(copy);
    expect(after.checked).toBe(true);
    expect(await after.store.read.get('customer', id(50))).toEqual(customer(50));
    await after.store.close();
    expect((await opens(copy)).checked).toBe(false);
  });

  it('is not called clean by one who closes while another has it open', async () => {
    const options = optionsIn(temporaryFolder());
    const first = await opens(options);
    await opens(options);
    await first.store.close();
    const copy = optionsIn(temporaryFolder());
    killed(options, copy);
    expect((await opens(copy)).checked).toBe(true);
  });

  it('closes once, however often it is asked', async () => {
    const { store } = await opens(optionsIn(temporaryFolder()));
    await Promise.all([store.close(), store.close()]);
    await expect(store.read.sequence()).rejects.toThrow(/not open/);
  });
});

describe('a file that cannot be used', () => {
  it('is refused when it is no database, and stays as it is', async () => {
    const options = optionsIn(temporaryFolder());
    writeFileSync(options.file, 'These are not the bytes you are looking for. '.repeat(200));
    const before = readFileSync(options.file);
    const outcome = await openStore(options);
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'corrupt', file: options.file, backups: [] } });
    expect(readFileSync(options.file).equals(before)).toBe(true);
  });

  it('is refused when pages are damaged and the last shutdown was not clean, with the backups there are', async () => {
    const options = optionsIn(temporaryFolder());
    const open = await opens(options);
    await commit(open.store, ground);
    await open.keeper.backup('on-command', () => {}, new AbortController().signal);
    const copy = { ...optionsIn(temporaryFolder()), backupFolder: options.backupFolder };
    killed(options, copy);
    const merging = new BetterSqlite3(copy.file);
    merging.pragma('wal_checkpoint(TRUNCATE)');
    merging.close();
    const bytes = readFileSync(copy.file);
    for (let page = 4; page * 4096 < bytes.length; page += 1) bytes.fill(0xff, page * 4096, page * 4096 + 64);
    writeFileSync(copy.file, bytes);
    const outcome = await openStore(copy);
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'corrupt', backups: [{ why: 'on-command' }] } });
  });

  it('is refused when a newer version made it, and is not touched', async () => {
    const options = optionsIn(temporaryFolder());
    const newer = { ...options, migrations: [...migrations, { ...third, number: next }] };
    await filled(newer);
    const outcome = await openStore(options);
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'newer' } });
    expect(outcome.ok ? '' : outcome.refusal.sentence).toMatch(/newer version/);
    expect((await opens(newer)).checked).toBe(false);
  });

  it('is refused when its path is a folder', async () => {
    const folder = temporaryFolder();
    const outcome = await openStore({ ...optionsIn(folder), file: folder });
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'unavailable' } });
  });

  it('is refused while another program writes to it', async () => {
    const options = optionsIn(temporaryFolder());
    await filled(options);
    const other = new BetterSqlite3(options.file);
    other.exec('begin immediate');
    const outcome = await openStore(options);
    other.exec('rollback');
    other.close();
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'busy' } });
  });
});

describe('migrating', () => {
  it('stops at the first failure, leaves nothing of it behind and says which it was', async () => {
    const options = optionsIn(temporaryFolder());
    await filled(options);
    const outcome = await openStore({ ...options, migrations: [...migrations, broken, third] });
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'migration-failed' } });
    expect(outcome.ok ? '' : outcome.refusal.detail).toMatch(new RegExp(`^000${next}-broken: `));
    expect(tablesOf(options.file)).not.toContain('half_way');
    expect(tablesOf(options.file)).not.toContain('third');
    const still = await opens(options);
    expect(await still.store.read.get('organization', organization.id)).toEqual(organization);
  });

  it('keeps the migrations before the one that failed', async () => {
    const options = optionsIn(temporaryFolder());
    await filled(options);
    const good = { ...third, number: next };
    const outcome = await openStore({ ...options, migrations: [...migrations, good, { ...broken, number: next + 1 }] });
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'migration-failed' } });
    expect(tablesOf(options.file)).toContain('third');
    expect((await opens({ ...options, migrations: [...migrations, good] })).store).toBeDefined();
  });

  it('makes a verified backup first when the file has data, and none for a fresh one', async () => {
    const options = optionsIn(temporaryFolder());
    await filled(options);
    expect(existsSync(options.backupFolder)).toBe(false);
    const { keeper } = await opens({ ...options, migrations: [...migrations, { ...third, number: next }] });
    const [backup, ...others] = await keeper.backups();
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ why: 'before-migration', verified: true });
    expect(tablesOf(backup?.file ?? '')).not.toContain('third');
  });
});
