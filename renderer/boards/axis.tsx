import { memo } from 'react';
import type { BoardDay } from '../../core/contract/views/board-view.ts';
import { MINUTE } from '../../core/domain/time/instant.ts';
import { useConsole, usePart } from '../state/use-console.ts';
import type { BoardFrame } from './board-frame.ts';
import styles from './axis.module.css';
import type { Tick } from './layout/time-scale.ts';

/** Every hour, or every second, third, sixth, so that labels never touch. */
function every(hourWidth: number): number {
  return [1, 2, 3, 6, 12].find((hours) => hours * hourWidth >= 40) ?? 24;
}

const LABEL_HALF = 22;

/** Pixels from the hour's line to its label, and the label's width. */
const INSET = 6;
const HOUR_WIDTH = 33;

function useMinute(): number {
  const { clock } = useConsole();
  return usePart(
    () => clock,
    ({ now }) => Math.floor(now / MINUTE) * MINUTE,
  );
}

function Hours({ ticks, frame }: { readonly ticks: readonly Tick[]; readonly frame: BoardFrame }) {
  const { scale, side, words } = frame;
  const apart = every(scale.hourWidth);
  const now = scale.x(useMinute());
  // The present minute's tag takes the place of an hour it would lie over.
  const isUnderTag = (tick: Tick): boolean => {
    const left = scale.x(tick.at) + INSET;
    return left < now + LABEL_HALF && left + HOUR_WIDTH > now - LABEL_HALF;
  };
  return ticks
    .filter((tick) => tick.hour % apart === 0 && !isUnderTag(tick))
    .map((tick) => (
      <span key={tick.at} className={styles['hour']} style={{ left: side + scale.x(tick.at) + INSET }}>
        {words.time(tick.at)}
      </span>
    ));
}

function NowTag({ frame }: { readonly frame: BoardFrame }) {
  const now = useMinute();
  const { scale, side, words } = frame;
  if (now < scale.range.from || now >= scale.range.to) return null;
  return (
    <span className={styles['nowTag']} style={{ left: side + scale.x(now), minWidth: LABEL_HALF * 2 - 8 }}>
      <span className="visually-hidden">{words.ui('ui.board.now')} </span>
      {words.time(scale.at(scale.x(now)))}
    </span>
  );
}

interface AxisProps {
  readonly frame: BoardFrame;
  readonly ticks: readonly Tick[];
  readonly days: readonly BoardDay[];
}

const USUAL = 24 * 60 * MINUTE;

/** Hours as the wall clock shows them, the days when there are several, and the present minute. */
export const Axis = memo(function Axis({ frame, ticks, days }: AxisProps) {
  const { scale, side, words } = frame;
  return (
    <div className={styles['axis']} style={{ width: side + scale.width }} aria-hidden="true">
      <div className={styles['corner']} style={{ width: side }} />
      <Hours ticks={ticks} frame={frame} />
      {days.map((day) => {
        const length = day.range.to - day.range.from;
        const place = { left: side + scale.x(day.range.from), width: scale.length(length) };
        const change = length < USUAL ? 'ui.board.day.short' : 'ui.board.day.long';
        const date = days.length > 1 ? words.date(day.date) : '';
        const said = length === USUAL ? date : `${date} ${words.ui(change)}`.trim();
        return said === '' ? null : (
          <span key={day.date} className={styles['daySpan']} style={place}>
            <span className={styles[length === USUAL ? 'day' : 'dayNote']} style={{ left: side + 6 }}>
              {said}
            </span>
          </span>
        );
      })}
      <NowTag frame={frame} />
    </div>
  );
});

/** The present, through all lanes; it never takes the pointer. */
export function NowLine({
  frame,
  top,
  height,
}: {
  readonly frame: BoardFrame;
  readonly top: number;
  readonly height: number;
}) {
  const now = useMinute();
  const { scale, side } = frame;
  if (now < scale.range.from || now >= scale.range.to) return null;
  return <div className={styles['nowLine']} style={{ left: side + scale.x(now) - 0.75, top, height }} />;
}
