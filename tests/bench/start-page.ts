import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright';
import { measure, type Row } from './row.ts';

const HOST = path.resolve(import.meta.dirname, '../../dist/host/server.js');

/** The built console in Chromium on the sample: from the first script's start until the board's bars are painted. */
export async function startPageRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-page-'));
  const host = spawn(process.execPath, [HOST, '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const [line] = await once(host.stdout, 'data');
    const address = /ready (\S+)/.exec(String(line))?.[1];
    if (address === undefined) throw new Error('The host did not say where it is');
    const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
    const page = await context.newPage();
    await page.goto(address);
    const row = await measure('script start to painted board, sample data', 700, async () => {
      await page.goto(new URL('/', address).href);
      await page.waitForFunction(() => performance.getEntriesByName('laneway:board-painted').length > 0);
      return page.evaluate(() => {
        const marks = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
        return marks('laneway:board-painted') - marks('laneway:script-start');
      });
    });
    return [row];
  } finally {
    await browser.close();
    host.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}
