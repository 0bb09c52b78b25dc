import { describe, expect, it } from 'vitest';
import { labelLines } from '../../../renderer/print/strip-label.ts';

describe('titles on the strip', () => {
  it('are whole where there is room', () => {
    expect(labelLines('Brake failure, roadside', 60, 2)).toEqual(['Brake failure, roadside']);
  });

  it('take a second line, then drop words and the sign before them', () => {
    expect(labelLines('Brake failure, roadside', 24, 2)).toEqual(['Brake failure,', 'roadside']);
    expect(labelLines('Brake failure, roadside', 24, 1)).toEqual(['Brake failure']);
  });

  it('shorten a word that does not fit, and say nothing rather than a letter or two', () => {
    expect(labelLines('Donaudampfschifffahrt', 16, 2)).toEqual(['Donauda…']);
    expect(labelLines('Donaudampfschifffahrt', 4, 2)).toEqual([]);
  });
});
