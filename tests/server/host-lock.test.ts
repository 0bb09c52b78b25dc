import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { freshAddress, runningHost, takeFolder } from '../../core/server/host-lock.ts';
import { fakeDispatcher } from './fake-dispatcher.ts';
import { rawRequest, served, temporaryFolder } from './rooms.ts';

const yes = () => fakeDispatcher(() => ({ ok: true, value: null }));
const lockFile = (folder: string) => path.join(folder, 'host.json');

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function takenBy(folder: string) {
  const taken = await takeFolder(folder, 0);
  if (!taken.ok) throw new Error('The folder is taken');
  return taken.lock;
}

describe('the lock on a data folder', () => {
  it('is readable by its owner alone', async () => {
    const folder = temporaryFolder();
    const lock = await takenBy(folder);
    lock.announce({ address: 'http://127.0.0.1:1', secret: 's' });
    expect(statSync(lockFile(folder)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(lockFile(folder), 'utf8'))).toEqual({
      pid: process.pid,
      address: 'http://127.0.0.1:1',
      secret: 's',
    });
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets a second copy join the first one by a fresh address', async () => {
    const folder = temporaryFolder();
    const serving = await served(yes());
    const lock = await takenBy(folder);
    lock.announce({ address: serving.origin, secret: serving.secret });
    const second = await takeFolder(folder, 0);
    if (second.ok) throw new Error('Two hosts on one folder');
    expect(second.running.address).toBe(serving.origin);
    const address = (await freshAddress(second.running)) ?? '';
    const { pathname, search } = new URL(address);
    expect((await rawRequest(serving, pathname + search)).status).toBe(303);
    expect(second.running).toMatchObject((await runningHost(folder)) ?? { none: true });
  });

  it('is cleared when its process is gone, when it is damaged, and when another program has the number', async () => {
    const gone = { pid: deadPid(), address: 'http://127.0.0.1:1', secret: 's' };
    const reused = { pid: process.ppid, address: 'http://127.0.0.1:1', secret: 's' };
    for (const text of [JSON.stringify(gone), JSON.stringify(reused), '{"pid":', '', 'null', '[]']) {
      const folder = temporaryFolder();
      writeFileSync(lockFile(folder), text);
      expect(await runningHost(folder)).toBeUndefined();
      expect([text, (await takeFolder(folder, 2000)).ok]).toEqual([text, true]);
    }
  });

  it('is not cleared while its process is still starting', async () => {
    const folder = temporaryFolder();
    await takenBy(folder);
    const second = await takeFolder(folder, 250);
    expect(second).toEqual({ ok: false, running: { pid: process.pid, address: null, secret: null } });
  });

  it('is kept by a host that is closing, until it lets go', async () => {
    const folder = temporaryFolder();
    const lock = await takenBy(folder);
    lock.announce({ address: 'http://127.0.0.1:1', secret: 's' });
    lock.withdraw();
    expect((await takeFolder(folder, 0)).ok).toBe(false);
    lock.release();
    expect((await takeFolder(folder, 0)).ok).toBe(true);
  });

  it('never sends the secret anywhere but to the loopback address', async () => {
    const folder = temporaryFolder();
    writeFileSync(lockFile(folder), JSON.stringify({ pid: process.ppid, address: 'http://evil.example', secret: 's' }));
    const second = await takeFolder(folder, 0);
    expect(second.ok ? null : second.running.address).toBeNull();
  });

  it('gives the folder to one of many that start at once over a dead lock', async () => {
    const folder = temporaryFolder();
    writeFileSync(lockFile(folder), JSON.stringify({ pid: deadPid(), address: null, secret: null }));
    const all = await Promise.all(Array.from({ length: 20 }, () => takeFolder(folder, 200)));
    expect(all.filter((one) => one.ok)).toHaveLength(1);
  });
});
