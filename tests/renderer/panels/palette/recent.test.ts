import { describe, expect, it } from 'vitest';
import { keepRecent, readRecent } from '../../../../renderer/panels/palette/recent.ts';

function memory(first?: string): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map(first === undefined ? [] : [['laneway.recent.1', first]]);
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}
const line = (id: string) => ({ kind: 'workOrder', id, title: id, detail: '' }) as const;

describe('what was visited last', () => {
  it('stands newest first, each thing once, and eight of them', () => {
    const storage = memory();
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a']) keepRecent(storage, line(id));
    expect(readRecent(storage).map((one) => one.id)).toEqual(['a', 'i', 'h', 'g', 'f', 'e', 'd', 'c']);
  });

  it('is nothing when what is kept cannot be read', () => {
    expect(readRecent(memory('{'))).toEqual([]);
    expect(readRecent(memory('{"a":1}'))).toEqual([]);
    expect(readRecent(memory('[{"kind":"part","id":"a","title":"","detail":""},7]'))).toEqual([]);
  });
});
