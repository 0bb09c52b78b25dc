import { useEffect } from 'react';

const MARK = 'laneway:board-painted';

/** Leaves a mark in the page's timeline once the first board has reached the screen, for the start benchmark. */
export function usePaintedMark(ready: boolean): void {
  useEffect(() => {
    if (!ready || performance.getEntriesByName(MARK).length > 0) return;
    // The first frame after this commit paints it; the second one begins when that is done.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(MARK)));
  }, [ready]);
}
