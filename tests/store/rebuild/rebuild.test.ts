import { existsSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { rebuildFile, type Rebuilt } from '../../../core/store/rebuild/rebuild-file.ts';
import { randomCommands, randomFrom } from '../../builders/random-commands.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { openStage, temporaryFolder, type Stage } from '../../builders/use-world.ts';
import { openLanewayIn } from '../../builders/laneway.ts';

/** A file with some history in it, undone steps and refused commands among it. */
async function withHistory(): Promise<Stage> {
  const stage = await openStage();
  const random = randomFrom(7);
  const next = randomCommands(stage.world, stage.ids, random);
  // Only what was done here is taken back, never the world before it.
  let steps = 0;
  for (let count = 0; count < 120; count += 1) {
    const { name, args } = random() < 0.15 && steps > 0 ? { name: 'undo', args: {} } : next();
    const input = { id: stage.ids.next(), args, acceptCautions: true };
    const reply = await stage.laneway.call('command', name, input, { host: 'test' });
    if (reply.ok) steps += name === 'undo' ? -1 : 1;
  }
  await stage.order({ title: 'Gearbox noise' });
  return stage;
}

const fileIn = (folder: string) => path.join(folder, 'laneway.sqlite');

async function rebuilt(stage: Stage, folder: string): Promise<Rebuilt> {
  const outcome = await rebuildFile(fileIn(stage.folder), fileIn(folder), stage.clock.now());
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return outcome.value;
}

function damage(folder: string, statements: readonly string[]): void {
  const database = new BetterSqlite3(fileIn(folder));
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** Search rows are numbered in the order they were written; everything else is the same to the letter. */
function rowsOf(folder: string) {
  return Object.entries(snapshotOf(folder)).filter(([table]) => !table.startsWith('search_'));
}

describe('rebuilding from the log', () => {
  it('makes a file that equals a sound one, row for row, and passes every check', async () => {
    const stage = await withHistory();
    const folder = temporaryFolder();
    const made = await rebuilt(stage, folder);
    expect([made.differences, made.report.ok, made.commands]).toEqual([[], true, await stage.store.read.sequence()]);
    expect(rowsOf(folder)).toEqual(rowsOf(stage.folder));
  });

  it('brings back rows that were changed, lost or invented behind the log, and says how many', async () => {
    const stage = await withHistory();
    const before = rowsOf(stage.folder);
    damage(stage.folder, [
      'pragma foreign_keys = off',
      `update customers set name = 'Nobody'`,
      `delete from claims`,
      `update appointments set title = 'Broken' where id = (select min(id) from appointments)`,
      `delete from work_orders where id = (select max(id) from work_orders)`,
      `insert into customers select 'ghost', organization_id, 'Ghost', tier, phone, email, address, coordinates, contacts,
         notes, revision, external_ids from customers limit 1`,
    ]);
    const folder = temporaryFolder();
    const made = await rebuilt(stage, folder);
    const found = new Map(made.differences.map(({ entity, rows }) => [entity, rows]));
    expect([found.get('appointment'), found.get('workOrder'), made.report.ok]).toEqual([1, 1, true]);
    expect(found.get('customer')).toBeGreaterThanOrEqual(2);
    expect(rowsOf(folder)).toEqual(before);
  });

  it('makes a file that one goes on working with: undo, search, the next number', async () => {
    const stage = await withHistory();
    const folder = temporaryFolder();
    await rebuilt(stage, folder);
    const again = await openLanewayIn(folder, stage.surroundings, stage.ids);
    expect(await again.store.read.search('gearbox', [], 10)).not.toEqual([]);
    expect(await again.store.read.nextWorkOrderNumber()).toBe(await stage.store.read.nextWorkOrderNumber());
    const ask = async (laneway: typeof again.laneway) => laneway.call('query', 'undoState', {}, { host: 'test' });
    expect(await ask(again.laneway)).toEqual(await ask(stage.laneway));
    await again.close();
  });

  it('never writes over a file, and needs a database with its log whole', async () => {
    const stage = await openStage();
    const folder = temporaryFolder();
    const from = fileIn(stage.folder);
    expect(await rebuildFile(from, from, stage.clock.now())).toMatchObject({ refusal: { kind: 'exists' } });
    const nowhere = path.join(folder, 'nowhere.sqlite');
    expect(await rebuildFile(nowhere, fileIn(folder), stage.clock.now())).toMatchObject({
      refusal: { kind: 'no-database' },
    });
    damage(stage.folder, ['pragma foreign_keys = off', 'delete from command_log where sequence = 3']);
    expect(await rebuildFile(from, fileIn(folder), stage.clock.now())).toMatchObject({
      refusal: { kind: 'log-damaged' },
    });
    expect(existsSync(fileIn(folder))).toBe(false);
  });
});
