// Builds dist/ when a source is newer than the last build. A lock keeps two builds from writing into one folder at once.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from './places.mjs';
import { runTool, say } from './run.mjs';

const SOURCES = [
  'core',
  'electron/main',
  'electron/ipc',
  'electron/preload',
  'renderer',
  'resources',
  'vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
];
const MARK = at('dist', '.built');
const LOCK = at('node_modules', '.laneway-build');

/** Newest change below a file or folder, in milliseconds. Folders count, so that a deleted file is seen. */
export function newestChange(place) {
  if (!existsSync(place)) return 0;
  const status = statSync(place);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(place).reduce(
    (newest, name) => Math.max(newest, newestChange(path.join(place, name))),
    status.mtimeMs,
  );
}

function isFresh() {
  if (!existsSync(MARK)) return false;
  const built = statSync(MARK).mtimeMs;
  return SOURCES.every((source) => newestChange(at(source)) <= built);
}

/** Builds when needed; 0 when dist/ is up to date afterwards. */
export async function buildIfStale() {
  if (isFresh()) return 0;
  return locked(() => (isFresh() ? 0 : buildNow()));
}

/** Builds in any case. */
export function build() {
  return locked(buildNow);
}

function buildNow() {
  say('Building.');
  const began = new Date();
  rmSync(MARK, { force: true });
  const code = runTool('vite', 'vite', ['build', '--app', '--logLevel', 'warn', '--config', at('vite.config.ts')], {
    stdio: ['inherit', 2, 2],
  });
  if (code !== 0) return code;
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(MARK, '');
  // The mark carries the time the build began: what was edited meanwhile is newer and is built next time.
  utimesSync(MARK, began, began);
  return 0;
}

async function locked(work) {
  while (!take()) await sleep(200);
  try {
    return work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take() {
  try {
    const file = openSync(LOCK, 'wx');
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(ownerOfLock())) rmSync(LOCK, { force: true });
    return false;
  }
}

function ownerOfLock() {
  return existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
