import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../state/use-console.ts';
import { PIXELS, type Paper } from './paper.ts';
import type { SheetPageFacts } from './pages.ts';
import styles from './print.module.css';
import type { Press } from './sheet-words.ts';
import { SheetPage } from './sheet-page.tsx';

/** Pixels around and between the pages. */
const GAP = 16;
/** A region that scrolls has to be reachable by keyboard. */
const REACHED = { tabIndex: 0 } as const;

/** The very pages that will be printed, as wide as the dialog allows; only those in sight are drawn. */
export function Preview({
  pages,
  press,
  paper,
}: {
  readonly pages: readonly SheetPageFacts[];
  readonly press: Press;
  readonly paper: Paper;
}) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scale = Math.max(0.1, Math.min(1, (width - 2 * GAP) / (paper.width * PIXELS)));
  const size = paper.height * PIXELS * scale;
  const rows = useVirtualizer({
    count: pages.length,
    getScrollElement: () => box.current,
    estimateSize: () => size + GAP,
    overscan: 1,
  });
  useLayoutEffect(() => rows.measure(), [rows, size]);
  return (
    <div
      ref={box}
      className={styles['preview']}
      role="region"
      aria-label={words.ui('ui.printing.preview')}
      {...REACHED}
    >
      <div style={{ position: 'relative', height: rows.getTotalSize() + GAP }}>
        {rows.getVirtualItems().map((row) => {
          const page = pages[row.index];
          return page === undefined ? null : (
            <div
              key={row.key}
              className={styles['paper']}
              style={{
                top: row.start + GAP,
                width: paper.width * PIXELS * scale,
                height: size,
              }}
            >
              <div style={{ transform: `scale(${scale})`, transformOrigin: '0 0' }}>
                <SheetPage page={page} press={press} paper={paper} />
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const read = (): void => setWidth(element.clientWidth);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
