import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromiumOrSkip } from './chromium.ts';
import { loadShell } from './launch-shell.ts';

describe.skipIf(chromiumOrSkip('the recovery window') === undefined)('data that cannot be opened', () => {
  it('is told in a sentence with the backups there are, and the process ends with code 1', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'laneway-broken-'));
    mkdirSync(path.join(dataDir, 'backups'));
    writeFileSync(path.join(dataDir, 'backups', 'laneway-2026-01-02.db'), '');
    writeFileSync(
      path.join(dataDir, 'laneway.db'),
      'this is not a database, however long one looks at it. '.repeat(40),
    );
    const shown: { message: string; detail: string }[] = [];
    const standIn = await loadShell({
      dataDir,
      before: (electron) => {
        Reflect.set(electron['dialog'] ?? {}, 'showMessageBox', (box: { message: string; detail: string }) => {
          shown.push(box);
          return Promise.resolve({ response: 1 });
        });
      },
    });
    expect(await standIn.exited).toBe(1);
    await standIn.close();
    expect(shown).toHaveLength(1);
    const [box] = shown;
    expect(box?.message).toBe('Laneway cannot open its data.');
    expect(box?.detail).toContain('laneway-2026-01-02.db');
    expect(box?.detail).not.toMatch(/SQLITE|\bat .*:\d+:\d+/);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
