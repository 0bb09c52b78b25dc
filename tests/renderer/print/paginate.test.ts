import { array, assert, boolean, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate, type Block } from '../../../renderer/print/paginate.ts';

const block = (height: number, keepWithNext = false): Block => ({ height, keepWithNext });

describe('pages of a sheet', () => {
  it('has one page even with nothing on it', () => {
    expect(paginate([], { first: 10, later: 20 })).toEqual([[]]);
  });

  it('fills the first page to its edge before the second begins', () => {
    expect(paginate([block(4), block(6), block(1)], { first: 10, later: 20 })).toEqual([[0, 1], [2]]);
  });

  it('takes a drive to the page of the job it leads to', () => {
    expect(paginate([block(8), block(1, true), block(5)], { first: 10, later: 20 })).toEqual([[0], [1, 2]]);
  });

  it('leaves the smaller first page empty rather than let a block run over its edge', () => {
    expect(paginate([block(15)], { first: 10, later: 20 })).toEqual([[], [0]]);
  });

  it('gives a block that fits no page a page to itself', () => {
    expect(paginate([block(1), block(50), block(1)], { first: 10, later: 20 })).toEqual([[0], [1], [2]]);
  });

  it('prints every block once, in order, and never over an edge unless it fits no page', () => {
    const blocks = array(record({ height: integer({ min: 0, max: 30 }), keepWithNext: boolean() }));
    assert(
      property(blocks, integer({ min: 1, max: 25 }), (list, first) => {
        const later = 25;
        const pages = paginate(list, { first, later });
        expect(pages.flat()).toEqual(list.map((_, index) => index));
        pages.forEach((page, number) => {
          const height = page.reduce((sum, index) => sum + (list[index]?.height ?? 0), 0);
          const room = number === 0 ? first : later;
          const hasGiant = page.some((index) => (list[index]?.height ?? 0) > later);
          expect(hasGiant || height <= room).toBe(true);
        });
      }),
    );
  });
});
