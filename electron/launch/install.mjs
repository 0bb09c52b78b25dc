// Installs what the lock file says when node_modules does not match it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { at, root } from './places.mjs';
import { say, Stop } from './run.mjs';

const WORDS = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Runs `npm ci` unless every package of the lock file is there in its version. */
export function installIfStale() {
  if (isInstalled()) return;
  say('Installing packages. This happens once and takes about a minute.');
  const result = npmCi();
  if (result.error !== undefined) throw new Stop(`npm did not start: ${result.error.message}`);
  if (result.status !== 0) {
    throw new Stop('The packages could not be installed; the lines above are from npm.', result.status ?? 1);
  }
}

// npm keeps its own note of what it installed. Optional packages may be absent: they belong to other platforms.
function isInstalled() {
  const note = at('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || (optional === true && present[place] === undefined) || present[place]?.version === version,
  );
}

// npm's own output goes to stderr: the stdout of `npm run laneway` belongs to the CLI.
function npmCi() {
  const options = { stdio: ['inherit', 2, 2], cwd: root };
  const cli = process.env.npm_execpath;
  if (cli === undefined || !/npm-cli\.[cm]?js$/.test(cli)) {
    return spawnSync('npm', WORDS, { ...options, shell: process.platform === 'win32' });
  }
  return spawnSync(nodeOfNpm(), [cli, ...WORDS], options);
}

// Never the Node inside node_modules: `npm ci` deletes that folder, and Windows cannot delete a running program.
function nodeOfNpm() {
  const offered = process.env.npm_node_execpath;
  return offered === undefined || offered.includes(`node_modules${path.sep}`) ? process.execPath : offered;
}
