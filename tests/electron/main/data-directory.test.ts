import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDirectory } from '../../../electron/launch/places.mjs';
import { dataDirectory } from '../../../electron/main/data-directory.ts';

const nothing = { argv: [], env: {}, platform: 'linux' };

describe('the data folder', () => {
  it.each([[['--data', '/d']], [['.', '--data=/d', '--x']]])('is what %j names, before the environment', (argv) => {
    expect(dataDirectory({ ...nothing, argv, env: { LANEWAY_DATA: '/e' } })).toBe(path.resolve('/d'));
  });
  it('is what the environment names without a flag', () => {
    expect(dataDirectory({ ...nothing, env: { LANEWAY_DATA: '/e' } })).toBe(path.resolve('/e'));
  });
  it.each([
    ['linux', {}],
    ['linux', { XDG_DATA_HOME: '/x' }],
    ['linux', { XDG_DATA_HOME: '' }],
    ['darwin', {}],
    ['win32', {}],
    ['win32', { APPDATA: '/a' }],
  ])('follows the convention of %s %j as the launcher does', (platform, env) => {
    const found = dataDirectory({ argv: [], env, platform });
    expect(found).toBe(defaultDataDirectory(platform, env, os.homedir()));
    expect(path.basename(found)).toBe('Laneway');
  });
});
