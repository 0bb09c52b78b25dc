import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-start-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function launch(...words: readonly string[]): { readonly child: ChildProcess; readonly text: () => string } {
  const env = { ...process.env, LANEWAY_SAMPLE: 'never' };
  const child = spawn(process.execPath, ['electron/launch/launch.mjs', ...words], { cwd: root, env, stdio: 'pipe' });
  children.push(child);
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  return { child, text: () => heard };
}

describe('npm start', () => {
  it('without a browser prints an address that opens the console, and ends cleanly', async () => {
    const { child, text } = launch(
      'start',
      '--browser',
      '--no-open',
      '--port',
      '0',
      '--data',
      path.join(folder, 'data'),
    );
    await expect.poll(text, { timeout: 25_000 }).toMatch(/Open http:\/\/127\.0\.0\.1:\d+\/open\?t=\S+/);
    const address = /Open (\S+)/.exec(text())?.[1] ?? '';
    const answer = await fetch(address, { redirect: 'manual' });
    expect([302, 303]).toContain(answer.status);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  });
  it('refuses a flag it does not know with a sentence and code 2', async () => {
    const { child, text } = launch('start', '--oops');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(2);
    expect(text()).toContain('"--oops" is not known here');
  });
});
