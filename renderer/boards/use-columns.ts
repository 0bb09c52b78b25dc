import { useEffect, useState, type RefObject } from 'react';

/** Bars are mounted by columns of so many pixels, so that scrolling sideways renders rarely. */
const CHUNK = 320;

export interface Columns {
  readonly from: number;
  readonly to: number;
}

export function columnsFor(left: number, width: number): Columns {
  return { from: (Math.floor(left / CHUNK) - 1) * CHUNK, to: (Math.floor((left + width) / CHUNK) + 2) * CHUNK };
}

/** The stretch of the timeline, in pixels, whose bars are mounted. */
export function useColumns(scroller: RefObject<HTMLElement | null>, width: number): Columns {
  const [columns, setColumns] = useState(() => columnsFor(0, width));
  useEffect(() => {
    const host = scroller.current;
    if (host === null) return;
    const read = (): void => {
      const next = columnsFor(host.scrollLeft, width);
      setColumns((old) => (old.from === next.from && old.to === next.to ? old : next));
    };
    read();
    host.addEventListener('scroll', read, { passive: true });
    return () => host.removeEventListener('scroll', read);
  }, [scroller, width]);
  return columns;
}
