import { DayStrip } from './day-strip.tsx';
import type { Paper } from './paper.ts';
import type { SheetPageFacts } from './pages.ts';
import { SheetFoot, SheetHead } from './sheet-parts.tsx';
import { SheetPiece } from './sheet-piece.tsx';
import type { Press } from './sheet-words.ts';
import styles from './sheet.module.css';

/** One side of paper in its true size. */
export function SheetPage({
  page,
  press,
  paper,
}: {
  readonly page: SheetPageFacts;
  readonly press: Press;
  readonly paper: Paper;
}) {
  const { sheet, number, of, pieces } = page;
  return (
    <article
      className={styles['page']}
      data-page={number}
      style={{ width: `${paper.width}mm`, height: `calc(${paper.height}mm - 1px)` }}
      lang={press.words.language}
      aria-label={press.words.ui('ui.printing.page', { name: sheet.name, page: number, pages: of })}
    >
      <SheetHead sheet={sheet} press={press} continued={number > 1} />
      {number === 1 ? <DayStrip sheet={sheet} press={press} paper={paper} /> : null}
      {pieces.map(({ key, piece }) => (
        <SheetPiece key={key} piece={piece} sheet={sheet} press={press} />
      ))}
      <SheetFoot press={press} page={number} pages={of} />
    </article>
  );
}
