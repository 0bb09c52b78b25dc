// The packed files alone must be enough: they are taken out of the archive and started on the tests' stand-in for Electron.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { extractAll } from '@electron/asar';
import { at } from '../places.mjs';
import { chromiumBinary } from '../programs.mjs';

/** Starts the packed product, asks it one question, and ends it. */
export function bootPacked(archive, folder) {
  const chromium = chromiumBinary();
  const boot = at('tests', 'electron', 'stand-in', 'boot.mjs');
  if (chromium === undefined || !existsSync(boot)) return { fine: true, detail: 'skipped, there is no Chromium' };
  const app = path.join(folder, 'app');
  extractAll(archive, app);
  const words = [boot, app, path.join(folder, 'data'), chromium];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', timeout: 60_000 });
  const answer = stdout.trim().split('\n').at(-1) ?? '';
  return {
    fine: status === 0 && answer.startsWith('answered'),
    detail: status === 0 ? answer : `${answer}\n${stderr}`,
  };
}
