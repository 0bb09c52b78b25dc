import type { BoardView } from '../../../core/contract/views/board-view.ts';
import type { Pending } from '../../state/pending.ts';
import { boardData, type BoardData } from './lane-data.ts';

/** The newest board, and whether it is still the one that was asked for. */
export interface KeptBoard {
  readonly data: BoardData | null;
  readonly late: boolean;
}

/** Remembers the last board, so that untouched lanes keep their identity and paging never shows an empty screen. */
export function boardKeeper(): (view: BoardView | undefined, changes: Pending['changes']) => KeptBoard {
  let last: BoardData | null = null;
  let made: { readonly view: BoardView; readonly changes: Pending['changes'] } | null = null;
  return (view, changes) => {
    if (view === undefined) return { data: last, late: true };
    if (made?.view !== view || made.changes !== changes) {
      last = boardData(view, changes, last);
      made = { view, changes };
    }
    return { data: last, late: false };
  };
}
