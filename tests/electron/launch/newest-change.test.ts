import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newestChange } from '../../../electron/launch/build.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-newest-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the newest change below a folder', () => {
  const deep = path.join(folder, 'a', 'b');
  const file = path.join(deep, 'c.ts');
  const settle = (): void => {
    for (const place of [file, deep, path.dirname(deep), folder]) utimesSync(place, 1000, 1000);
  };
  it('is the one of the newest file, however deep', () => {
    mkdirSync(deep, { recursive: true });
    writeFileSync(file, '');
    settle();
    expect(newestChange(folder)).toBe(1_000_000);
    utimesSync(file, 2000, 2000);
    expect(newestChange(folder)).toBe(2_000_000);
  });
  it('sees that a file was deleted', () => {
    const gone = path.join(deep, 'd.ts');
    writeFileSync(gone, '');
    settle();
    rmSync(gone);
    expect(newestChange(folder)).toBeGreaterThan(1_000_000);
  });
  it('is nothing where there is nothing', () => {
    expect(newestChange(path.join(folder, 'nowhere'))).toBe(0);
  });
});
