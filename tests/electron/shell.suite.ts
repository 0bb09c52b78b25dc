import Database from 'better-sqlite3';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Launch, Launched } from './launched.ts';
import { callFromPage, paperFromPage } from './page-bridge.ts';

/** What the shell must do on any backend. Uses nothing but Playwright pages and Electron's own interface. */
export function shellSuite(launch: Launch): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-shell-'));
  const dataDir = path.join(folder, 'data');
  let shell: Launched;
  let ended = false;
  beforeAll(async () => {
    shell = await launch({ dataDir, env: { LANEWAY_SAMPLE: 'never' } });
  });
  afterAll(async () => {
    if (!ended) await shell.quit();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the console, which reaches the database through preload and IPC', async () => {
    await expect
      .poll(() => shell.page.evaluate(() => document.querySelector('#root')?.childElementCount ?? 0))
      .toBeGreaterThan(0);
    expect(await callFromPage(shell.page, 'query', 'setup', {})).toHaveProperty('ok');
    expect(databasesIn(dataDir).length).toBeGreaterThan(0);
  });

  it('gives the page a frozen bridge and nothing of Node or Electron', async () => {
    const seen = await shell.page.evaluate(() => {
      const bridge = Reflect.get(window, 'laneway') as { shell: object };
      const globals = ['require', 'process', 'module', 'ipcRenderer', 'Buffer'];
      return {
        globals: globals.filter((name) => name in window),
        keys: Object.keys(bridge).toSorted(),
        shellKeys: Object.keys(bridge.shell).toSorted(),
        frozen: Object.isFrozen(bridge) && Object.isFrozen(bridge.shell),
      };
    });
    expect(seen).toEqual({
      globals: [],
      keys: ['call', 'shell', 'subscribe'],
      shellKeys: ['platform', 'print', 'savePdf'],
      frozen: true,
    });
  });

  it('answers an unknown name, an unknown kind and bad input with a reply, never with a stack trace', async () => {
    const ask = (kind: string, name: unknown): Promise<unknown> =>
      shell.page.evaluate(
        (words) => {
          const bridge = Reflect.get(window, 'laneway') as { call(...words: unknown[]): Promise<unknown> };
          return bridge.call(...words);
        },
        [kind, name, { nonsense: true }],
      );
    for (const [kind, name] of [
      ['query', 'noSuchQuery'],
      ['shout', 'setup'],
      ['command', 42],
      ['query', 'setup'],
    ] as const) {
      const reply = await ask(kind, name);
      expect(reply).toMatchObject({ ok: false, error: { kind: expect.any(String) }, message: expect.any(String) });
      expect(JSON.stringify(reply)).not.toMatch(/\bat .*\.(js|ts):\d+/);
    }
  });

  it('refuses what cannot be cloned before it leaves the page', async () => {
    const outcome = await shell.page.evaluate(() => {
      const bridge = Reflect.get(window, 'laneway') as { call(...words: unknown[]): Promise<unknown> };
      return bridge.call('query', 'setup', { work: () => 1 }).then(
        () => 'sent',
        (error: Error) => error.message,
      );
    });
    expect(outcome).toMatch(/could not be cloned/);
  });

  it('stays at home: navigation away, popups and inline script are refused', async () => {
    const before = shell.page.url();
    await shell.evaluate(({ shell: outside }) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'openedOutside', opened);
      outside.openExternal = (address) => {
        opened.push(address);
        return Promise.resolve();
      };
    }, null);
    await shell.page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await shell.page.evaluate(() => {
      window.open('http://plain.example.com/');
      window.open('some-handler:do-something');
      window.open('https://maps.example.com/x');
    });
    await expect
      .poll(() => shell.evaluate(() => Reflect.get(globalThis, 'openedOutside') as string[], null))
      .toEqual(['https://maps.example.com/x']);
    expect(shell.page.url()).toBe(before);
    const inline = await shell.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      return 'ranInline' in window;
    });
    expect(inline).toBe(false);
  });

  it('serves nothing from outside the renderer folder', async () => {
    const statuses = await shell.page.evaluate(() =>
      Promise.all(
        ['/..%2f..%2fpackage.json', '/%2e%2e/main/main.js', '/missing.js', '/%zz'].map((name) =>
          fetch(new URL(name, location.href)).then((answer) => answer.status),
        ),
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  it('saves the page as a PDF where the person says, and nothing when they cancel', async () => {
    const file = path.join(folder, 'sheets.pdf');
    const answerSave = (filePath: string): Promise<void> =>
      shell.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === '', filePath: chosen });
      }, filePath);
    await answerSave('');
    expect(await paperFromPage(shell.page, 'savePdf', { pageSize: 'A4' })).toEqual({ done: false, why: 'cancelled' });
    await answerSave(file);
    expect(await paperFromPage(shell.page, 'savePdf', { pageSize: 'A4' })).toEqual({ done: true, file });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses a paper request it does not understand', async () => {
    const odd = JSON.parse('{ "pageSize": "A0" }') as { pageSize: 'A4' };
    expect(await paperFromPage(shell.page, 'savePdf', odd)).toEqual({ done: false, why: 'refused' });
  });

  it('tells how printing ended', async () => {
    const answerPrint = (success: boolean, reason: string): Promise<void> =>
      shell.evaluate(
        ({ BrowserWindow }, [ok, why]) => {
          const [window] = BrowserWindow.getAllWindows();
          if (window === undefined) throw new Error('there is no window');
          window.webContents.print = (_options, answer) => answer?.(ok, why);
        },
        [success, reason] as const,
      );
    await answerPrint(true, '');
    expect(await paperFromPage(shell.page, 'print', { pageSize: 'Letter' })).toEqual({ done: true });
    await answerPrint(false, 'Print job canceled');
    expect(await paperFromPage(shell.page, 'print', { pageSize: 'Letter' })).toEqual({ done: false, why: 'cancelled' });
    await answerPrint(false, 'No printers');
    expect(await paperFromPage(shell.page, 'print', { pageSize: 'Letter' })).toEqual({ done: false, why: 'failed' });
  });

  it('has a native menu with clipboard, zoom and quit', async () => {
    const roles = await shell.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()?.items.flatMap((item) => [
          item.role,
          ...(item.submenu?.items ?? []).map((one) => one.role),
        ]),
      null,
    );
    const known = (roles ?? []).map((role) => String(role).toLowerCase());
    expect(known).toEqual(expect.arrayContaining(['editmenu', 'zoomin', 'windowmenu']));
  });

  it('brings its window forward when a second copy is started', async () => {
    const visible = await shell.evaluate(({ app, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.minimize();
      app.emit('second-instance', {}, [], '');
      return { count: BrowserWindow.getAllWindows().length, minimized: window?.isMinimized() };
    }, null);
    expect(visible).toEqual({ count: 1, minimized: false });
  });

  it('quits with code 0, keeps the place of its window, and leaves an intact database', async () => {
    const unexpected = shell
      .problems()
      .filter((line) => !/Content Security Policy|ERR_ABORTED|ERR_FAILED|404/.test(line));
    expect(unexpected).toEqual([]);
    ended = true;
    expect(await shell.quit()).toBe(0);
    expect(existsSync(path.join(dataDir, 'window', 'place.json'))).toBe(true);
    // A log beside the database would mean that it was not closed.
    expect(readdirSync(dataDir).filter((name) => name.endsWith('-wal'))).toEqual([]);
    for (const file of databasesIn(dataDir)) {
      const database = new Database(file, { readonly: true });
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      database.close();
    }
  });
}

/** Our own databases, not the files Chromium keeps beside them. */
function databasesIn(dataDir: string): readonly string[] {
  return readdirSync(dataDir)
    .filter((name) => /\.(db|sqlite3?|laneway)$/.test(name))
    .map((name) => path.join(dataDir, name));
}
