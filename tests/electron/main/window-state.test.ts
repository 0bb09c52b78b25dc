import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fitToScreens, readWindowState, writeWindowState } from '../../../electron/main/window-state.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const box = { x: 100, y: 50, width: 1200, height: 800 };

describe('the place of the window', () => {
  it('comes back as it was written', () => {
    const file = path.join(folder, 'deep', 'place.json');
    writeWindowState(file, { box, maximized: true });
    expect(readWindowState(file, [screen])).toEqual({ box, maximized: true });
  });
  it.each([
    ['missing', undefined],
    ['no JSON', '{'],
    ['text as numbers', '{"box":{"x":"1","y":2,"width":3,"height":4}}'],
    ['null', 'null'],
  ])('is left to the system when the note is %s', (name, text) => {
    const file = path.join(folder, `${name}.json`);
    if (text !== undefined) writeFileSync(file, text);
    expect(readWindowState(file, [screen])).toEqual({ box: null, maximized: false });
  });
  it('is forgotten when its screen is gone', () => {
    const away = { ...box, x: 2500 };
    expect(fitToScreens({ box: away, maximized: true }, [screen])).toEqual({ box: null, maximized: true });
    const second = { ...screen, x: 1920 };
    expect(fitToScreens({ box: away, maximized: false }, [screen, second]).box).toEqual(away);
  });
  it('is forgotten when its title bar is above the screen', () => {
    expect(fitToScreens({ box: { ...box, y: -300 }, maximized: false }, [screen]).box).toBeNull();
  });
  it('is never smaller than the console can be used', () => {
    const file = path.join(folder, 'small.json');
    writeWindowState(file, { box: { ...box, width: 10, height: 10 }, maximized: false });
    expect(readWindowState(file, [screen]).box).toEqual({ ...box, width: 960, height: 600 });
  });
});
