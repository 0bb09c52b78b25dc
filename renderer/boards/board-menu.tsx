import { useState, type MouseEvent, type ReactNode } from 'react';
import type { LaneView } from '../../core/contract/views/board-view.ts';
import { ContextMenu } from '../design/context-menu.tsx';
import type { MenuItem } from '../design/menu.tsx';
import { useFaces, type IntentFace } from '../intents/use-intents.ts';
import { useConsole, useDate, usePart, useSession, useWords } from '../state/use-console.ts';
import { laneItems } from './lane-menu.ts';
import type { BoardData } from './layout/lane-data.ts';
import type { Cursor } from './layout/walk.ts';

function items(faces: readonly IntentFace[], keep: (face: IntentFace) => boolean): readonly MenuItem[] {
  return faces
    .filter((face) => keep(face) && !face.disabled)
    .map((face) => ({
      id: face.id,
      label: face.label,
      shortcut: face.shortcut,
      onSelect: face.run,
      ...(face.id === 'cancel-appointment' ? { tone: 'bad' as const } : {}),
    }));
}

/** The lane whose head was meant: under the pointer, or under the keyboard's cursor. Undefined when a bar was meant. */
function laneMeant(target: EventTarget, data: BoardData, cursor: Cursor | null): LaneView | undefined {
  const element = target instanceof Element ? target : null;
  const head = element?.closest('[role="rowheader"]')?.getAttribute('data-lane');
  const byKey = element?.getAttribute('role') === 'grid' && cursor?.appointmentId === null ? cursor.laneId : null;
  const id = head ?? byKey;
  return data.lanes.find(({ lane }) => lane.id === id)?.lane;
}

interface BoardMenuProps {
  readonly data: BoardData;
  readonly cursor: Cursor | null;
  readonly children: ReactNode;
}

/** What can be done to the selected appointment or to a lane now: the same intents as keys and palette. */
export function BoardMenu({ data, cursor, children }: BoardMenuProps) {
  const console = useConsole();
  const words = useWords();
  const date = useDate();
  const days = useSession((session) => session.days);
  usePart(
    () => console.selection,
    (selection) => selection.main,
  );
  const faces = useFaces();
  const [lane, setLane] = useState<LaneView | undefined>(undefined);
  const isStatus = (face: IntentFace): boolean => face.id.endsWith('-appointment');
  const sections =
    lane === undefined
      ? [
          { items: items(faces, (face) => isStatus(face) && face.id !== 'cancel-appointment') },
          { items: items(faces, (face) => face.id === 'cancel-appointment') },
        ]
      : [{ label: lane.name, items: laneItems(console, words, lane, { date, days }) }];
  const onContextMenuCapture = (event: MouseEvent): void => setLane(laneMeant(event.target, data, cursor));
  return (
    <div style={{ display: 'contents' }} onContextMenuCapture={onContextMenuCapture}>
      <ContextMenu sections={sections}>{children}</ContextMenu>
    </div>
  );
}
