import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openLaneway, type Laneway } from '../../core/compose.ts';
import type { SetupView } from '../../core/contract/views/setup-view.ts';
import { temporaryFolder } from '../store/temporary-store.ts';
import { damage, fill } from './big-file.ts';

const open: Laneway[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function opens(dataDir: string, checkAfter: number): Promise<Laneway> {
  const laneway = await openLaneway({ dataDir, host: 'browser', sample: 'never', checkAfter });
  open.push(laneway);
  return laneway;
}

async function healthOf({ dispatcher }: Laneway): Promise<string> {
  const reply = await dispatcher.call('query', 'setup', {}, { host: 'test' });
  return reply.ok ? (reply.value as SetupView).health : reply.message;
}

/** A data folder whose database was closed cleanly, with a table that can be damaged without the product noticing. */
async function cleanFolder(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = temporaryFolder();
  const file = path.join(folder, 'laneway.db');
  await (await openLaneway({ dataDir: folder, host: 'cli' })).close();
  fill(file, 2);
  return { folder, file };
}

describe('after a clean shutdown', () => {
  it('the file opens unchecked, and is found sound in the background', async () => {
    const { folder } = await cleanFolder();
    const laneway = await opens(folder, 300);
    const heard: string[] = [];
    laneway.dispatcher.subscribe((event) => heard.push(event.event === 'healthChanged' ? event.health : event.event));
    expect(await healthOf(laneway)).toBe('unchecked');
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['checking', 'ok']);
    expect(await healthOf(laneway)).toBe('ok');
  });

  it('damage is found in the background, told to the consoles and noted, while the work goes on', async () => {
    const { folder, file } = await cleanFolder();
    damage(file);
    const laneway = await opens(folder, 0);
    await expect.poll(() => healthOf(laneway), { timeout: 20_000 }).toBe('damaged');
    const log = readFileSync(path.join(folder, 'logs', 'laneway.log'), 'utf8');
    expect(log).toMatch(/file-damaged/);
    expect(log).not.toMatch(/no-worker-thread/);
    expect((await laneway.dispatcher.call('query', 'backups', {}, { host: 'test' })).ok).toBe(true);
  });

  it('a host that closes before the check, or in it, closes as cleanly as ever', async () => {
    const { folder, file } = await cleanFolder();
    await (await opens(folder, 60_000)).close();
    const laneway = await opens(folder, 0);
    await expect.poll(() => healthOf(laneway)).not.toBe('unchecked');
    await laneway.close();
    rmSync(path.join(folder, 'logs'), { recursive: true, force: true });
    const database = new BetterSqlite3(file, { readonly: true });
    expect(database.prepare("select value from meta where name = 'shutdown'").pluck().get()).toBe('clean');
    database.close();
  });
});
