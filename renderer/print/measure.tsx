import { useLayoutEffect, useRef } from 'react';
import { DayStrip } from './day-strip.tsx';
import { textWidth, type Paper } from './paper.ts';
import { pagesOf, type Heights, type SheetPageFacts } from './pages.ts';
import { piecesOf } from './pieces.ts';
import { SheetFoot, SheetHead } from './sheet-parts.tsx';
import { SheetPiece } from './sheet-piece.tsx';
import type { Press } from './sheet-words.ts';
import styles from './sheet.module.css';

interface MeasureProps {
  readonly press: Press;
  readonly paper: Paper;
  readonly onPages: (pages: readonly SheetPageFacts[]) => void;
}

/** Lays every sheet out unseen, in its true width, and tells the pages that follow from the heights. */
export function Measure({ press, paper, onPages }: MeasureProps) {
  const box = useRef<HTMLDivElement>(null);
  const { sheets } = press.sheets;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      // While the printer draws, the console is hidden and has no heights.
      if (element.getClientRects().length === 0) return;
      onPages(sheets.flatMap((sheet, index) => pagesOf(sheet, heightsIn(element.children[index]), paper)));
    };
    measure();
    // A font that comes late changes the heights.
    const observer = new ResizeObserver(measure);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [sheets, press, paper, onPages]);
  return (
    <div ref={box} className={styles['measure']} aria-hidden="true" inert data-paper="measure">
      {sheets.map((sheet) => (
        <div key={sheet.resourceId} style={{ width: `${textWidth(paper)}mm` }} lang={press.words.language}>
          <Part>
            <SheetHead sheet={sheet} press={press} continued={false} />
          </Part>
          <Part>
            <SheetHead sheet={sheet} press={press} continued />
          </Part>
          <Part>
            <DayStrip sheet={sheet} press={press} paper={paper} />
          </Part>
          <Part>
            <SheetFoot press={press} page={99} pages={99} />
          </Part>
          {piecesOf(sheet).map((piece, index) => (
            // Pieces are told by their place alone.
            <Part key={String(index)}>
              <SheetPiece piece={piece} sheet={sheet} press={press} />
            </Part>
          ))}
        </div>
      ))}
    </div>
  );
}

function Part({ children }: { readonly children: React.ReactNode }) {
  return <div className={styles['part']}>{children}</div>;
}

function heightsIn(element: Element | undefined): Heights {
  const [head = 0, laterHead = 0, strip = 0, foot = 0, ...pieces] = Array.from(
    element?.children ?? [],
    (child) => child.getBoundingClientRect().height,
  );
  return { head, laterHead, strip, foot, pieces };
}
