import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chromiumOrSkip } from './chromium.ts';
import { launchShell, loadShell } from './launch-shell.ts';
import { callFromPage } from './page-bridge.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-recovery-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { LANEWAY_SAMPLE: 'never' };
const RUN = '01890000-0000-7000-8000-000000000001';

describe.skipIf(chromiumOrSkip('the recovery window') === undefined)('data that cannot be opened', () => {
  it('is told in a sentence with the backups and the way back, and the process ends with code 1', async () => {
    const dataDir = path.join(folder, 'damaged');
    const shell = await launchShell({ dataDir, env });
    const made = await callFromPage(shell.page, 'run', 'backup', { runId: RUN, input: {} });
    expect(made).toMatchObject({ ok: true });
    expect(await shell.quit()).toBe(0);
    writeFileSync(
      path.join(dataDir, 'laneway.db'),
      'this is not a database, however long one looks at it. '.repeat(200),
    );

    const shown: { message: string; detail: string }[] = [];
    const standIn = await loadShell({
      dataDir,
      env,
      before: (electron) => {
        Reflect.set(electron['dialog'] ?? {}, 'showMessageBox', (box: { message: string; detail: string }) => {
          shown.push(box);
          return Promise.resolve({ response: 1 });
        });
      },
    });
    expect(await standIn.exited).toBe(1);
    await standIn.close();
    expect(shown.map((box) => box.message)).toEqual(['Laneway cannot open its data.']);
    const detail = shown[0]?.detail ?? '';
    expect(detail).toContain(path.join(dataDir, 'backups'));
    expect(detail).toMatch(/laneway -- restore .*\.sqlite/);
    expect(detail).not.toMatch(/SQLITE_|\bat .*:\d+:\d+/);
  });

  it('because a console in the browser has it, is shown there, and the process ends with code 0', async () => {
    const dataDir = path.join(folder, 'shared');
    const host = spawn(process.execPath, [path.join(root, 'dist', 'host', 'server.js'), '--data', dataDir], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = (await once(host.stdout, 'data')) as [Buffer];
      const origin = new URL(
        line
          .toString()
          .replace(/^ready /, '')
          .trim(),
      ).origin;
      const standIn = await loadShell({ dataDir, env });
      expect(await standIn.exited).toBe(0);
      await standIn.close();
      const opened = standIn.recorded.calls.filter(({ api }) => api === 'shell.openExternal');
      expect(opened.map(({ words }) => new URL(String(words[0])).origin)).toEqual([origin]);
    } finally {
      host.kill();
    }
  });
});
