import type { JobPiece, Tick } from './pieces.ts';
import { customerLine, tickText, timeNotes, unitLine, type Press } from './sheet-words.ts';
import type { JobSheet } from '../../core/contract/views/sheet-view.ts';
import styles from './pieces.module.css';

interface JobBlockProps {
  readonly piece: JobPiece;
  readonly sheet: JobSheet;
  readonly press: Press;
}

/** One job: when at the left, what and for whom in the middle, what to take and to tick at the right. */
export function JobBlock({ piece, sheet, press }: JobBlockProps) {
  const { words } = press;
  const { job, first, notes } = piece;
  return (
    <section className={styles['job']}>
      <div className={styles['time']}>
        {words.time(job.start)}
        {first ? (
          timeNotes(press, job).map((text) => <small key={text}>{text}</small>)
        ) : (
          <small>{words.ui('ui.sheet.continued')}</small>
        )}
      </div>
      <div className={styles['what']}>
        <h2>
          {job.title}
          {job.segment === null ? null : <small>{words.ui('ui.sheet.part', job.segment)}</small>}
          {job.number === null ? null : <small>{words.ui('ui.sheet.number', { number: job.number })}</small>}
        </h2>
        {first ? (
          <>
            <p>{customerLine(press, job)}</p>
            <p>{unitLine(job)}</p>
          </>
        ) : null}
        {notes === '' ? null : <p className={styles['note']}>{notes}</p>}
      </div>
      <Ticks piece={piece} sheet={sheet} press={press} />
    </section>
  );
}

function Ticks({ piece, sheet, press }: JobBlockProps) {
  const { words } = press;
  const takesAlong = sheet.kind === 'technician' && piece.job.address !== '';
  const titles = {
    parts: words.ui(takesAlong ? 'ui.sheet.take' : 'ui.sheet.parts'),
    checks: words.ui('ui.sheet.checks'),
  };
  return (
    <div className={styles['ticks']}>
      {(['parts', 'checks'] as const).map((list) => (
        <TickList
          key={list}
          title={titles[list]}
          ticks={piece.ticks.filter((tick) => tick.list === list)}
          press={press}
        />
      ))}
      {piece.last ? (
        <div className={styles['done']}>
          <i>
            {piece.job.status === 'completed' ? (
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1 5.5L4 9L10 -1" fill="none" stroke="#000" strokeWidth={1.6} />
              </svg>
            ) : null}
          </i>
          <b>{words.ui('ui.sheet.done')}</b>
        </div>
      ) : null}
    </div>
  );
}

interface TickListProps {
  readonly title: string;
  readonly ticks: readonly Tick[];
  readonly press: Press;
}

function TickList({ title, ticks, press }: TickListProps) {
  if (ticks.length === 0) return null;
  const texts = ticks.map((tick) => tickText(press, tick));
  return (
    <>
      <b>{title}</b>
      {texts.map((text, index) => (
        // The same words may stand twice in a list, and the list never changes its order.
        <div key={`${index} ${text}`}>
          <i />
          <span>{text}</span>
        </div>
      ))}
    </>
  );
}
