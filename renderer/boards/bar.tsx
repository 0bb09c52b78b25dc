import { Pin, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import { instant, MINUTE } from '../../core/domain/time/instant.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { useConsole, usePart } from '../state/use-console.ts';
import type { BoardFrame } from './board-frame.ts';
import { barName, barNote, overrunOf } from './bar-words.ts';
import styles from './bar.module.css';

interface BarProps {
  readonly bar: BoardAppointment;
  readonly laneId: ResourceId;
  readonly frame: BoardFrame;
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  readonly lifted: boolean;
  readonly cursor: boolean;
}

export function barId(laneId: ResourceId, bar: { readonly id: string }): string {
  return `bar-${laneId}-${bar.id}`;
}

/** Padding at the left of the text, and what must stay free at the right. */
const BEFORE_TEXT = 10;
const AFTER_TEXT = 6;
const MARK_WIDTH = 16;
const TWO_LINES = 30;
const TALL = 44;
const ONE_LINE = 13;
/** Narrower than this the text is smaller and closer to the edge; still narrower there is no room for a letter. */
const SLIM = 64;
const NARROW = 24;
const SLIM_PADDING = 10;

/** The minute, for bars that change with time; others ask once and for all. */
function useNow(moves: boolean, by: number) {
  const { clock } = useConsole();
  const at = usePart(
    () => clock,
    ({ now }) => (moves ? Math.floor(now / by) * by : 0),
  );
  return instant(moves ? at : clock.getState().now);
}

function Past({ bar, frame }: Pick<BarProps, 'bar' | 'frame'>) {
  const now = useNow(true, MINUTE);
  const width = frame.scale.length(Math.min(now, bar.end) - bar.start);
  const over = overrunOf(bar, now);
  return (
    <>
      {width > 0 ? <span className={styles['past']} style={{ width }} /> : null}
      {over > 0 ? (
        <span className={styles['over']} style={{ width: frame.scale.length(over * MINUTE) }}>
          <span data-text={frame.texts.note.cut(`+${over}′`, frame.scale.length(over * MINUTE) - 5)} />
        </span>
      ) : null}
    </>
  );
}

/**
 * One appointment on one lane. Its name says all that its looks say, uncut; the cut text is drawn by the style sheet, so
 * that nobody who listens or speaks to the screen meets half a word.
 */
export const Bar = memo(function Bar({ bar, laneId, frame, top, height, selected, lifted, cursor }: BarProps) {
  const { scale, words, texts } = frame;
  const held = bar.state.status === 'held';
  const now = useNow(held, 1000);
  const left = scale.x(bar.start);
  const width = Math.max(3, scale.length(bar.end - bar.start) - 2);
  const marks = (bar.conflict || bar.atRisk ? MARK_WIDTH : 0) + (bar.pinned ? MARK_WIDTH : 0);
  const marked = width > 60 ? marks : 0;
  const room = width - BEFORE_TEXT - AFTER_TEXT - marked;
  const lines = height >= TALL ? 3 : height >= TWO_LINES ? 2 : 1;
  const slim = width < SLIM;
  const cutter = slim ? texts.small : texts.title;
  const title =
    height < ONE_LINE || width < NARROW ? '' : cutter.cut(bar.title, slim ? width - SLIM_PADDING - marked : room);
  const note = barNote(words, bar, now);
  const noteRoom = lines === 1 ? room - texts.title.width(bar.title) - 8 : room;
  const showNote = title !== '' && texts.note.width(note) <= noteRoom;
  return (
    <div
      role="gridcell"
      id={barId(laneId, bar)}
      className={styles['bar']}
      data-appointment={bar.id}
      data-lane={laneId}
      data-hue={bar.kind ?? undefined}
      data-status={bar.state.status}
      data-lines={showNote ? lines : title === '' ? undefined : 'alone'}
      data-slim={slim || undefined}
      data-risk={bar.atRisk || undefined}
      data-conflict={bar.conflict || undefined}
      data-selected={selected || undefined}
      data-lifted={lifted || undefined}
      data-cursor={cursor || undefined}
      aria-selected={selected}
      aria-label={barName(words, bar, frame.nameOf)}
      tabIndex={-1}
      style={{ left, top, width, height }}
    >
      {bar.state.status === 'in-progress' ? <Past bar={bar} frame={frame} /> : null}
      {title === '' ? null : <span className={styles['title']} data-text={title} />}
      {showNote ? (
        <span
          className={styles['note']}
          data-text={note}
          style={lines === 1 ? { left: BEFORE_TEXT + texts.title.width(bar.title) + 8 } : undefined}
        />
      ) : null}
      {marks === 0 || width <= 60 || height < ONE_LINE ? null : (
        <span className={styles['mark']} data-tone={bar.conflict || bar.atRisk ? 'bad' : undefined}>
          {bar.pinned ? <Pin size={12} strokeWidth={1.5} /> : null}
          {bar.conflict || bar.atRisk ? <TriangleAlert size={13} strokeWidth={2} /> : null}
        </span>
      )}
    </div>
  );
});
