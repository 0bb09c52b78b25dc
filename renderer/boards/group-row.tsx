import type { ResourceKind } from '../../core/domain/resources/resource.ts';
import { memo } from 'react';
import type { BoardFrame } from './board-frame.ts';
import styles from './lane.module.css';
import { GROUP_HEIGHT } from './layout/fit.ts';
import type { LaneData } from './layout/lane-data.ts';
import { shareOf } from './layout/live.ts';

interface GroupRowProps {
  readonly kind: ResourceKind;
  readonly lanes: readonly LaneData[];
  readonly frame: BoardFrame;
  readonly top: number;
  readonly rowIndex: number;
}

/** "Technicians · 8 of 9 working · 66 % booked" */
export const GroupRow = memo(function GroupRow({ kind, lanes, frame, top, rowIndex }: GroupRowProps) {
  const { words, side, scale } = frame;
  const share = words.share(shareOf(lanes) ?? 0);
  const working = lanes.filter(({ lane }) => lane.open > 0).length;
  const sum =
    kind === 'technician'
      ? words.ui('ui.board.working', { working, all: lanes.length, share })
      : words.ui('ui.board.baysBooked', { all: lanes.length, share });
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={styles['group']}
      style={{ top, height: GROUP_HEIGHT, width: side + scale.width }}
    >
      <div role="rowheader" className={styles['groupHead']} style={{ width: side }}>
        {words.ui(kind === 'technician' ? 'ui.board.technicians' : 'ui.board.bays')}
        <span>{sum}</span>
      </div>
    </div>
  );
});
