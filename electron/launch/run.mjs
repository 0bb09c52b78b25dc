// Runs programs, always with the pinned Node where a Node is needed. Exit codes are answers; only `Stop` is thrown.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pinnedNode } from './pinned-node.mjs';
import { at, defaultDataDirectory, root } from './places.mjs';

/** Ends the launcher with a sentence for a person. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** One line about what the launcher does; on stderr, so that stdout belongs to the program that was asked for. */
export function say(line) {
  process.stderr.write(`[laneway] ${line}\n`);
}

/** The environment of every program: the pinned Node first on the path, the tools next, the data folder named. */
export function environment() {
  const folders = [path.dirname(pinnedNode()), at('node_modules', '.bin'), process.env.PATH];
  const data = process.env.LANEWAY_DATA ?? defaultDataDirectory();
  return { ...process.env, LANEWAY_DATA: data, PATH: folders.join(path.delimiter) };
}

/** Runs a program to its end on this terminal; answers its exit code. */
export function run(command, words, options = {}) {
  const result = spawnSync(command, words, { stdio: 'inherit', cwd: root, env: environment(), ...options });
  if (result.error !== undefined && result.error.code !== 'ETIMEDOUT')
    throw new Stop(`${command} did not start: ${result.error.message}`);
  return result.status ?? 1;
}

/** Runs a script of the project with the pinned Node. */
export function runNode(file, words = [], options = {}) {
  return run(pinnedNode(), [at(file), ...words], options);
}

/** Runs the program that an installed package brings, without relying on links that some versions of npm do not make. */
export function runTool(name, program, words, options = {}) {
  const folder = at('node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return run(pinnedNode(), [path.join(folder, typeof bin === 'string' ? bin : bin[program]), ...words], options);
}
