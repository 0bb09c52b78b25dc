// Electron brings its binary by a download of its own, which `npm ci` leaves out. A person at a terminal gets it fetched once;
// machines, and people whose network refused it, go on with the browser.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { at } from './places.mjs';
import { electronBinary } from './programs.mjs';
import { runTool, say } from './run.mjs';

const TRIED = at('node_modules', '.laneway-electron');
const LONGEST = 180_000;

/** Tries the download once per version; answers the path of the binary, or undefined. */
export function fetchElectron() {
  if (process.env.CI || !process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const { version } = JSON.parse(readFileSync(at('node_modules', 'electron', 'package.json'), 'utf8'));
  if (existsSync(TRIED) && readFileSync(TRIED, 'utf8') === version) return undefined;
  say('Fetching the Electron binary. This happens once.');
  // It tells its own failure with a stack trace; one sentence of ours is enough.
  runTool('electron', 'install-electron', [], { stdio: 'ignore', timeout: LONGEST });
  writeFileSync(TRIED, version);
  return electronBinary();
}
