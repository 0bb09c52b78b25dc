import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumOrSkip } from './chromium.ts';
import { inward, outward } from './stand-in/addresses.ts';
import type { StandIn } from './stand-in/create.ts';
import { load } from './stand-in/load.ts';
import { decode, encode } from './stand-in/page/codec.js';

const chromium = chromiumOrSkip('what the stand-in for Electron promises');

describe('the codec between Node and the page', () => {
  it.each([
    [null],
    [undefined],
    [-0],
    [Number.NaN],
    [10n],
    [new Date(5)],
    [new Map([['a', new Set([1])]])],
    [new Uint8Array([1, 2, 250])],
    [{ $: 'date', nested: [undefined, { a: 'ü' }] }],
  ])('carries %o as structured clone does', (value) => {
    expect(decode(encode(value))).toEqual(value);
  });
  it('refuses functions and symbols', () => {
    expect(() => encode({ work: () => 1 })).toThrow('could not be cloned');
    expect(() => encode([Symbol('x')])).toThrow('could not be cloned');
  });
});

describe('addresses of own schemes', () => {
  it('go out and come back unchanged', () => {
    const address = 'app://laneway/a/b.js?x=1#y';
    expect(inward(outward(address, new Set(['app'])))).toBe(address);
    expect(outward('https://example.com/', new Set(['app']))).toBe('https://example.com/');
  });
});

describe.skipIf(chromium === undefined)('the stand-in for Electron', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'laneway-mini-'));
  const appPath = path.resolve(import.meta.dirname, '..', 'fixtures', 'mini-shell');
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await load({ appPath, main: 'main.mjs', chromium: chromium ?? '', dataDir });
  });
  afterAll(async () => {
    await standIn.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const part = (name: string): object => standIn.electron[name] ?? {};

  it('shows what the scheme serves in a real page', async () => {
    const page = await standIn.firstPage();
    expect(await page.textContent('p')).toBe('mini');
  });
  it('names whatever it does not model', () => {
    expect(() => Reflect.get(part('app'), 'setBadgeCount') as unknown).toThrow('app.setBadgeCount is not modelled');
    expect(() => Reflect.get(part('dialog'), 'showCertificateTrustDialog') as unknown).toThrow('not modelled');
  });
  it('refuses a window without sandbox or isolation', () => {
    const Window = part('BrowserWindow') as new (options: object) => object;
    for (const weak of [{ nodeIntegration: true }, { sandbox: false }, { contextIsolation: false }]) {
      expect(() => new Window({ webPreferences: weak })).toThrow('only sandboxed');
    }
  });
  it('refuses dialogs nobody has answered', () => {
    const { showMessageBox } = part('dialog') as { showMessageBox: () => unknown };
    expect(() => showMessageBox()).toThrow('the test has not replaced it');
  });
  it('refuses what Electron refuses once it is ready', () => {
    const { registerSchemesAsPrivileged } = part('protocol') as {
      registerSchemesAsPrivileged: (list: object[]) => void;
    };
    expect(() => registerSchemesAsPrivileged([])).toThrow('before app is ready');
    const ipc = part('ipcMain') as { handle: (channel: string, handler: () => number) => void };
    ipc.handle('twice', () => 1);
    expect(() => ipc.handle('twice', () => 1)).toThrow('second handler');
  });
});
