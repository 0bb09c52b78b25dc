import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { run, start } from './program.ts';
import { temporaryFolder } from './rooms.ts';

/** Opens an address like a browser; answers the page's status and text. */
async function visit(
  address: string,
): Promise<{ readonly status: number; readonly text: string; readonly cookie: string }> {
  const opened = await fetch(address, { redirect: 'manual' });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  if (opened.status !== 303) return { status: opened.status, text: await opened.text(), cookie };
  const page = await fetch(new URL('/', address), { headers: { cookie } });
  return { status: page.status, text: await page.text(), cookie };
}

// Whole programs start here; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

describe('the loopback host as a program', () => {
  it('prints one line with its address, serves, and leaves no lock behind', async () => {
    const data = temporaryFolder();
    const host = start('server', ['--data', data]);
    const address = await host.ready;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\?t=[\w-]{32}$/);
    expect([200, 503]).toContain((await visit(address)).status);
    const ended = await host.stop();
    expect([ended.code, ended.out]).toEqual([0, `ready ${address}\n`]);
    expect(existsSync(path.join(data, 'host.json'))).toBe(false);
  });

  it('lets a second start on the same data join the first, with an address of its own', async () => {
    const data = temporaryFolder();
    const first = start('server', ['--data', data]);
    const address = await first.ready;
    const second = await run('server', ['--data', data]);
    const joined = /^ready (\S+)\n$/.exec(second.out)?.[1] ?? '';
    expect(second.code).toBe(0);
    expect(new URL(joined).origin).toBe(new URL(address).origin);
    expect(joined).not.toBe(address);
    const [one, other] = [await visit(address), await visit(joined)];
    expect(one.cookie).not.toBe(other.cookie);
    expect(other.status).toBe(one.status);
    await first.stop();
  });

  it('starts again after a kill, over the lock that was left', async () => {
    const data = temporaryFolder();
    const killed = start('server', ['--data', data]);
    await killed.ready;
    await killed.stop('SIGKILL');
    expect(existsSync(path.join(data, 'host.json'))).toBe(true);
    const again = start('server', ['--data', data]);
    expect(await again.ready).toContain('http://127.0.0.1:');
    await again.stop();
  });

  it('shows a damaged database as a page with the backups and the way out, and ends with 4', async () => {
    const data = temporaryFolder();
    const content = 'this is not a database, however long one looks at it. '.repeat(400);
    writeFileSync(path.join(data, 'laneway.db'), content);
    const backup = path.join(data, 'backups', 'laneway-2026-11-22T060000Z-start-of-day.sqlite');
    mkdirSync(path.dirname(backup));
    writeFileSync(backup, '');
    const note = {
      at: Date.UTC(2026, 10, 22, 6),
      why: 'start-of-day',
      bytes: 0,
      sha256: '',
      schema: 1,
      verified: true,
    };
    writeFileSync(`${backup}.json`, JSON.stringify(note));
    const host = start('server', ['--data', data]);
    const page = await visit(await host.ready);
    expect(page.status).toBe(503);
    expect(page.text).toContain('The database file is damaged.');
    expect(page.text).toContain('2026-11-22 06:00Z');
    expect(page.text).toContain('laneway -- restore');
    const ended = await host.stop();
    expect(ended.code).toBe(4);
    expect(ended.said).toContain('The database file is damaged.');
    expect(page.text + ended.said).not.toMatch(/SQLITE|\bat .*:\d+:\d+/);
    expect(readFileSync(path.join(data, 'laneway.db'), 'utf8')).toBe(content);
    const quick = await run('server', ['--data', data, '--no-recovery-page']);
    expect([quick.code, quick.out]).toEqual([4, '']);
  });

  it('says so when its port is taken, and when a flag is not understood', async () => {
    const first = start('server', ['--data', temporaryFolder()]);
    const { port } = new URL(await first.ready);
    const data = temporaryFolder();
    const second = await run('server', ['--data', data, '--port', port]);
    expect([second.code, second.out]).toEqual([3, '']);
    expect(second.said).toContain('Another program has that port.');
    expect(existsSync(path.join(data, 'host.json'))).toBe(false);
    await first.stop();
    const third = await run('server', ['--fly']);
    expect([third.code, third.out]).toEqual([2, '']);
    expect(third.said).toContain("Unknown option '--fly'.");
  });
});
