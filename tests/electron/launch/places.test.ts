import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../core/server/data-folder.ts';
import { defaultDataDirectory } from '../../../electron/launch/places.mjs';

describe('the usual place of the data', () => {
  it.each([
    ['linux', {}],
    ['linux', { XDG_DATA_HOME: '/x' }],
    ['linux', { XDG_DATA_HOME: '' }],
    ['darwin', {}],
    ['win32', {}],
    ['win32', { APPDATA: '/a' }],
  ])('is the same for the launcher and every host on %s with %j', (platform, env) => {
    const place = defaultDataDirectory(platform, env);
    expect(place).toBe(dataFolder(undefined, env, platform));
    expect(path.basename(place)).toBe('Laneway');
  });
});
