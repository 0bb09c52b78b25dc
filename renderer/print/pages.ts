import type { JobSheet } from '../../core/contract/views/sheet-view.ts';
import { paginate } from './paginate.ts';
import { MARGIN, PIXELS, type Paper } from './paper.ts';
import { keepsWithNext, piecesOf, type Piece } from './pieces.ts';

/** A page with what stands on it. `number` and `of` count within its sheet, because sheets are handed out one by one. */
export interface SheetPageFacts {
  readonly sheet: JobSheet;
  readonly number: number;
  readonly of: number;
  readonly pieces: readonly { readonly key: number; readonly piece: Piece }[];
}

/** Heights of a sheet's parts in pixels, `pieces` in the order of `piecesOf`. */
export interface Heights {
  readonly head: number;
  readonly laterHead: number;
  readonly strip: number;
  readonly foot: number;
  readonly pieces: readonly number[];
}

/** Left free on every page, in millimetres: a printer's letters may run a hair wider than the screen's. */
const SPARE = 4;

export function pagesOf(sheet: JobSheet, heights: Heights, paper: Paper): readonly SheetPageFacts[] {
  const pieces = piecesOf(sheet);
  const text = (paper.height - MARGIN.top - MARGIN.bottom - SPARE) * PIXELS - heights.foot;
  const pages = paginate(
    pieces.map((piece, index) => ({
      height: heights.pieces[index] ?? 0,
      keepWithNext: keepsWithNext(piece, pieces[index + 1]),
    })),
    { first: text - heights.head - heights.strip, later: text - heights.laterHead },
  );
  return pages.map((indexes, page) => ({
    sheet,
    number: page + 1,
    of: pages.length,
    pieces: indexes.flatMap((key) => {
      const piece = pieces[key];
      return piece === undefined ? [] : [{ key, piece }];
    }),
  }));
}
