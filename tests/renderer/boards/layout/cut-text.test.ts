import { describe, expect, it } from 'vitest';
import { textCutter } from '../../../../renderer/boards/layout/cut-text.ts';

const wide = (text: string): number => Array.from(text).length * 10;

describe('cutting text', () => {
  it('leaves alone what fits, to the pixel', () => {
    expect(textCutter(wide).cut('Brakes', 60)).toBe('Brakes');
  });

  it('cuts to the longest beginning that fits with its ellipsis', () => {
    expect(textCutter(wide).cut('Brake discs', 60)).toBe('Brake…');
  });

  it('shows nothing rather than one letter', () => {
    expect(textCutter(wide).cut('Brakes', 25)).toBe('');
    expect(textCutter(wide).cut('Brakes', 0)).toBe('');
  });

  it('never leaves a space before the ellipsis nor half of a character', () => {
    expect(textCutter(wide).cut('Oil and filters', 40)).toBe('Oil…');
    expect(textCutter(wide).cut('Fix 👩‍🔧👩‍🔧👩‍🔧', 60)).not.toMatch(/[\uD800-\uDBFF]…/);
  });

  it('measures each text and cut once', () => {
    let asked = 0;
    const cutter = textCutter((text) => {
      asked += 1;
      return wide(text);
    });
    cutter.cut('Replace coolant thermostat', 101);
    const first = asked;
    cutter.cut('Replace coolant thermostat', 102);
    cutter.cut('Replace coolant thermostat', 100);
    expect(asked).toBe(first);
  });
});
