import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Browser, Page } from 'playwright';
import type { Transport } from '../../core/contract/client.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import { chromiumOrSkip, startChromium } from '../electron/chromium.ts';
import { launchShell } from '../electron/launch-shell.ts';
import { callFromPage } from '../electron/page-bridge.ts';
import { contractConformance, type OpenTransport } from './contract-conformance.ts';

/** The contract as a page of the desktop console reaches it: preload, IPC, sender check, the untouched main process. */
async function overIpc(browser: Browser | undefined): Promise<OpenTransport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-ipc-'));
  const shell = await launchShell({
    dataDir: path.join(folder, 'data'),
    env: { LANEWAY_SAMPLE: 'never' },
    ...(browser === undefined ? {} : { browser }),
  });
  return {
    transport: await transportOf(shell.page),
    close: async () => {
      await shell.quit();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function transportOf(page: Page): Promise<Transport> {
  const listeners = new Set<(event: LanewayEvent) => void>();
  await page.exposeFunction('hearEvent', (event: LanewayEvent) => {
    for (const listener of listeners) listener(event);
  });
  await page.evaluate(() => {
    const bridge = Reflect.get(window, 'laneway') as { subscribe(listener: (event: unknown) => void): () => void };
    const hear = Reflect.get(window, 'hearEvent') as (event: unknown) => void;
    bridge.subscribe(hear);
  });
  return {
    call: (kind, name, input) => callFromPage(page, kind, name, input),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const found = chromiumOrSkip('the contract on Electron IPC');

describe.skipIf(found === undefined)('on the stand-in for Electron', () => {
  // Every fact has a shell and a database of its own; the Chromium below them all is one.
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (found !== undefined) browser = await startChromium(found);
  });
  afterAll(() => browser?.close());
  contractConformance('Electron IPC', () => overIpc(browser));
});
