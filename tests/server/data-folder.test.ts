import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../core/server/data-folder.ts';
import { temporaryFolder } from '../builders/use-world.ts';

const CLI = path.resolve(import.meta.dirname, '../../core/cli/main.ts');

describe('the data folder', () => {
  it('is made with all that is missing above it, and nothing is left in it', () => {
    const folder = path.join(temporaryFolder(), 'one', 'two', 'three');
    expect(makeFolder(folder)).toBeUndefined();
    expect(makeFolder(folder)).toBeUndefined();
    expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
  });

  it('is refused with a sentence where it is a file, or below one', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [file, path.join(file, 'below', 'it')])
      expect(makeFolder(folder)).toBe(`The folder ${folder} cannot be written to. Allow it, or name another one.`);
  });

  it('ends the command line with 4 and a sentence where the system takes no folder at all', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const place = process.platform === 'linux' ? '/proc/nope' : path.join(file, 'nope');
    // A process of its own: what spins there could not be stopped from within.
    const ran = spawnSync(process.execPath, [CLI, 'verify', '--data', place], { encoding: 'utf8', timeout: 60_000 });
    expect(ran.status).toBe(4);
    expect(ran.stderr).toBe(`The folder ${place} cannot be written to. Allow it, or name another one.\n`);
  });
});
