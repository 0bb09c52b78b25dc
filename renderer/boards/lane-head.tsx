import type { ResourceKind } from '../../core/domain/resources/resource.ts';
import { Fragment, memo } from 'react';
import { useConsole, usePart } from '../state/use-console.ts';
import { Tooltip } from '../design/tooltip.tsx';
import type { BoardFrame } from './board-frame.ts';
import styles from './lane-head.module.css';
import type { LaneData } from './layout/lane-data.ts';
import { liveOf, loadTone, shareOf } from './layout/live.ts';

export function headId(laneId: string): string {
  return `lane-${laneId}`;
}

/** `MJ` for Mike Johnson; the number of a bay, or its first letters. */
export function initials(name: string, kind: ResourceKind): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const number = kind === 'bay' ? /\d+/.exec(name)?.[0] : undefined;
  if (number !== undefined) return number;
  const first = Array.from(words[0] ?? '')[0] ?? '';
  const last = words.length > 1 ? (Array.from(words.at(-1) ?? '')[0] ?? '') : (Array.from(words[0] ?? '')[1] ?? '');
  return (first + last).toUpperCase();
}

function LiveDot({ data, frame }: { readonly data: LaneData; readonly frame: BoardFrame }) {
  const { clock } = useConsole();
  const live = usePart(
    () => clock,
    ({ now }) => liveOf(data, now),
  );
  const label = frame.words.ui(`ui.board.live.${live}`);
  return (
    <Tooltip label={label}>
      <span className={styles['dot']} data-live={live} role="img" aria-label={label} />
    </Tooltip>
  );
}

/** Skills or equipment, the strongest first. What has no room is left out whole; the row's name says all of it. */
function Detail({ text }: { readonly text: string }) {
  const [first = '', ...rest] = text.split(/ · |, /);
  return (
    <span className={styles['detail']} title={text}>
      <span>{first}</span>
      {rest.map((one) => (
        <Fragment key={one}>
          {' '}
          <span>· {one}</span>
        </Fragment>
      ))}
    </span>
  );
}

interface LaneHeadProps {
  readonly data: LaneData;
  readonly frame: BoardFrame;
  readonly cursor: boolean;
}

/** An instrument: who, what they can do, what they do now, and how full their day is. */
export const LaneHead = memo(function LaneHead({ data, frame, cursor }: LaneHeadProps) {
  const { lane } = data;
  const { words, side, laneHeight } = frame;
  const share = shareOf([data]);
  const tone = loadTone(share);
  const percent = share === null ? '' : words.share(share);
  const narrow = side < 190;
  const low = laneHeight < 36;
  const shareText = (
    <span className={styles['share']} data-tone={tone === 'bad' ? 'bad' : undefined}>
      {percent}
    </span>
  );
  const load = (
    <span className={styles['load']} data-tone={tone}>
      <span style={{ width: `${Math.min(100, Math.round((share ?? 0) * 100))}%` }} />
    </span>
  );
  return (
    <div
      role="rowheader"
      id={headId(lane.id)}
      className={styles['head']}
      data-lane={lane.id}
      data-narrow={narrow || undefined}
      data-low={low || undefined}
      data-cursor={cursor || undefined}
      aria-label={words.ui('ui.board.lane.row', { name: lane.name, detail: lane.detail, share: percent })}
      style={{ width: side }}
    >
      <span className={styles['badge']} data-kind={lane.kind}>
        {initials(lane.name, lane.kind)}
        {lane.kind === 'technician' ? <LiveDot data={data} frame={frame} /> : null}
      </span>
      <span className={styles['name']}>{lane.name}</span>
      {narrow && !low ? null : shareText}
      {low ? null : (
        <>
          {narrow ? shareText : <Detail text={lane.detail} />}
          {load}
        </>
      )}
    </div>
  );
});
