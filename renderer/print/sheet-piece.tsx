import type { JobSheet, SheetLine } from '../../core/contract/views/sheet-view.ts';
import { hatch } from './hatch.ts';
import { JobBlock } from './job-block.tsx';
import type { Piece } from './pieces.ts';
import { lineText, type Press } from './sheet-words.ts';
import styles from './pieces.module.css';

interface SheetPieceProps {
  readonly piece: Piece;
  readonly sheet: JobSheet;
  readonly press: Press;
}

/** One thing between head and foot of a page. */
export function SheetPiece({ piece, sheet, press }: SheetPieceProps) {
  const { words } = press;
  switch (piece.kind) {
    case 'job':
      return <JobBlock piece={piece} sheet={sheet} press={press} />;
    case 'line':
      return (
        <div className={styles['line']}>
          <LineMark line={piece.line} />
          <span>{lineText(press, sheet, piece.line)}</span>
        </div>
      );
    case 'absent':
      return <p className={styles['absent']}>{words.ui('ui.sheet.absent', { reason: piece.reason })}</p>;
    case 'empty':
      return <p className={styles['empty']}>{words.ui('ui.sheet.empty')}</p>;
    case 'sign':
      return (
        <div className={styles['sign']}>
          <span>{words.ui('ui.sheet.sign.started')}</span>
          <span>{words.ui('ui.sheet.sign.finished')}</span>
          {sheet.kind === 'technician' ? <span>{words.ui('ui.sheet.sign.odometer')}</span> : null}
          <span>{words.ui('ui.sheet.sign.signed')}</span>
        </div>
      );
  }
}

/** Dashes for the road, a hatch for the break, as on the strip above. */
function LineMark({ line }: { readonly line: Exclude<SheetLine, { kind: 'job' }> }) {
  return (
    <svg viewBox="0 0 14 2" aria-hidden="true">
      {line.kind === 'travel' ? (
        <path d="M0 1H14" stroke="#000" strokeWidth={1.5} strokeDasharray="0.4 0.6" />
      ) : (
        <g fill="none" stroke="#000">
          <path d={hatch(0.1, 13.9, 2)} strokeWidth={0.16} />
          <rect x={0.1} y={0.1} width={13.8} height={1.8} strokeWidth={0.18} />
        </g>
      )}
    </svg>
  );
}
