import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../../renderer/words/catalogues.ts';

const holes = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).toSorted();

describe('the message catalogues', () => {
  const { en, de } = CATALOGUES;

  it('say the same things in every language', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('leave room for the same names, each at least once', () => {
    const differing = Object.keys(en).filter((key) => {
      const names = new Set(holes(en[key] ?? ''));
      return [...new Set(holes(de[key] ?? ''))].toString() !== [...names].toString();
    });
    expect(differing).toEqual([]);
  });

  it('leave nothing empty', () => {
    expect(Object.entries({ ...en, ...de }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
