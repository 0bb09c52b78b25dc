import { describe, expect, it } from 'vitest';
import { keepPaper, keptPaper } from '../../../renderer/print/paper.ts';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    removeItem: (key) => void kept.delete(key),
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

describe('the paper', () => {
  it('is what the region sells until somebody chooses another, then that', () => {
    const place = storage();
    expect(keptPaper(place, ['en-US', 'en'])).toBe('Letter');
    expect(keptPaper(place, ['de-DE'])).toBe('A4');
    expect(keptPaper(place, [])).toBe('A4');
    keepPaper(place, 'Letter');
    expect(keptPaper(place, ['de-DE'])).toBe('Letter');
  });
});
