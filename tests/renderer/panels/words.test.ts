import { describe, expect, it } from 'vitest';
import de from '../../../resources/messages/panels.de.json';
import en from '../../../resources/messages/panels.en.json';
import screen from '../../../resources/messages/screen.en.json';

const english = new Map(Object.entries(en));
const german = new Map(Object.entries(de));
const names = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((hole) => hole[1] ?? ''))].toSorted();

describe('the words of the panels', () => {
  it('exist in both languages under the same keys, and nowhere else', () => {
    expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect(Object.keys(screen).filter((key) => english.has(key))).toEqual([]);
  });

  it('are filled with the same values in both languages', () => {
    for (const [key, text] of english) expect([key, names(german.get(key) ?? '')]).toEqual([key, names(text)]);
  });

  it('are never empty', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
