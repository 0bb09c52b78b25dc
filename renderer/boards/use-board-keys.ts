import { useCallback, useState, type KeyboardEvent } from 'react';
import { instant } from '../../core/domain/time/instant.ts';
import { lift, moveLifted } from '../drag/index.ts';
import type { Console } from '../state/console.ts';
import { useConsole } from '../state/use-console.ts';
import type { BoardData } from './layout/lane-data.ts';
import { walk, type Cursor, type Direction } from './layout/walk.ts';
import { isMovable } from './movable.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

export interface BoardKeys {
  readonly cursor: Cursor | null;
  readonly setCursor: (cursor: Cursor | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

function show(console: Console, data: BoardData, cursor: Cursor): void {
  const bar = cursor.appointmentId === null ? undefined : data.byId.get(cursor.appointmentId);
  console.selection.select(bar === undefined ? null : { kind: 'appointment', id: bar.id });
  console.shown.getState().geometry?.reveal(cursor.laneId, bar?.start ?? instant(cursor.at));
}

function liftAt(console: Console, data: BoardData, cursor: Cursor | null): void {
  const bar = cursor?.appointmentId === null || cursor === null ? undefined : data.byId.get(cursor.appointmentId);
  if (cursor === null || bar === undefined) return;
  if (isMovable(bar)) lift(console, { kind: 'appointment', appointment: bar }, cursor.laneId);
  else console.notices.announce(console.words().ui('ui.drag.final', { title: bar.title }));
}

/** The board by keyboard: one tab stop, arrows walk, Space lifts, and while lifted the same keys move what is held. */
export function useBoardKeys(data: BoardData): BoardKeys {
  const console = useConsole();
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const go = useCallback(
    (direction: Direction): void => {
      const next = walk(data.lanes, cursor, direction, console.clock.exact());
      setCursor(next);
      if (next !== null) show(console, data, next);
    },
    [console, cursor, data],
  );
  const onFocus = useCallback((): void => {
    if (cursor !== null && data.byLane.has(cursor.laneId)) return;
    setCursor(walk(data.lanes, null, 'first', console.clock.exact()));
  }, [console, cursor, data]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent): void => {
      const { handle } = console.drag.getState();
      if (handle !== null && moveLifted(console, handle, event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const direction = DIRECTIONS[event.key];
      if (direction !== undefined) go(direction);
      else if (event.key === ' ') liftAt(console, data, cursor);
      else if (event.key === 'Enter') {
        if (cursor !== null) show(console, data, cursor);
        console.session.setState({ detailsOpen: true });
      } else if (event.key === 'Escape') console.selection.select(null);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [console, cursor, data, go],
  );
  return { cursor, setCursor, onKeyDown, onFocus };
}
