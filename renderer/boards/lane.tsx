import { memo } from 'react';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { usePart } from '../state/use-console.ts';
import { Bar } from './bar.tsx';
import type { BoardFrame } from './board-frame.ts';
import styles from './lane.module.css';
import { laneNote, partNotes } from './lane-note.ts';
import { LaneHead } from './lane-head.tsx';
import { barsBetween, type LaneData } from './layout/lane-data.ts';
import { barGap } from './layout/rows.ts';

interface LaneProps {
  readonly data: LaneData;
  readonly frame: BoardFrame;
  readonly top: number;
  readonly rowIndex: number;
  /** The stretch of time whose bars are mounted, in column chunks. */
  readonly from: number;
  readonly to: number;
  /** The bar the keyboard is on, when it is on this lane; an empty text is the lane itself. */
  readonly cursor: string | null;
}

function useSelected(data: LaneData): string {
  return usePart(
    (console) => console.selection,
    ({ all }) =>
      all
        .filter((one) => one.kind === 'appointment' && data.bars.some((bar) => bar.id === one.id))
        .map((one) => one.id)
        .join(' '),
  );
}

function useLifted(laneId: ResourceId): { readonly lifted: string | null; readonly blocked: boolean } {
  const lifted = usePart(
    (console) => console.drag,
    ({ drag }) => (drag?.subject.kind === 'appointment' ? drag.subject.appointment.id : null),
  );
  const blocked = usePart(
    (console) => console.drag,
    ({ drag }) => drag?.verdicts.get(laneId)?.verdict.level === 'block',
  );
  return { lifted, blocked };
}

/** One resource and its bars in the stretch that is in sight. */
export const Lane = memo(function Lane({ data, frame, top, rowIndex, from, to, cursor }: LaneProps) {
  const { lane, bars, strips } = data;
  const selected = useSelected(data);
  const { lifted, blocked } = useLifted(lane.id);
  const { side, scale, laneHeight, words } = frame;
  const [first, last] = barsBetween(data, from, to);
  const gap = barGap(laneHeight);
  const room = laneHeight - 2 * gap;
  const note = laneNote(words, lane);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={styles['lane']}
      data-blocked={blocked || undefined}
      style={{ top, height: laneHeight, width: side + scale.width }}
    >
      <LaneHead data={data} frame={frame} cursor={cursor === ''} />
      <div className={styles['bars']} style={{ left: side, width: scale.width }}>
        {note === null ? null : (
          <span className={styles['laneNote']} style={{ left: side, lineHeight: `${laneHeight}px` }}>
            {note}
          </span>
        )}
        {partNotes(words, lane).map((part) => (
          <span
            key={part.from}
            className={styles['laneNote']}
            style={{ position: 'absolute', zIndex: 0, left: scale.x(part.from), lineHeight: `${laneHeight}px` }}
          >
            {part.text}
          </span>
        ))}
        {bars.slice(first, last).map((bar, index) => {
          const strip = strips[first + index];
          const levels = strip?.levels ?? 1;
          if (bar.end <= from) return null;
          const height = Math.floor((room - (levels - 1)) / levels);
          return (
            <Bar
              key={bar.id}
              bar={bar}
              laneId={lane.id}
              frame={frame}
              top={gap + (strip?.level ?? 0) * (height + 1)}
              height={height}
              selected={selected !== '' && selected.includes(bar.id)}
              lifted={lifted === bar.id}
              cursor={cursor === bar.id}
            />
          );
        })}
      </div>
    </div>
  );
});
