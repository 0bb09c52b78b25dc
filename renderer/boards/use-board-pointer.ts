import { useCallback, type MouseEvent, type PointerEvent } from 'react';
import { asId } from '../../core/kernel/id.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { AppointmentId } from '../../core/domain/work/appointment.ts';
import { startDrag } from '../drag/index.ts';
import type { DragMode } from '../state/drag-state.ts';
import { useConsole } from '../state/use-console.ts';
import type { BoardData } from './layout/lane-data.ts';
import type { Cursor } from './layout/walk.ts';
import { isMovable } from './movable.ts';

const EDGE = 7;

interface Hit {
  readonly element: HTMLElement;
  readonly id: AppointmentId;
  readonly laneId: ResourceId;
}

function hit(target: EventTarget): Hit | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-appointment]') : null;
  const id = element?.dataset['appointment'];
  const lane = element?.dataset['lane'];
  if (element === null || id === undefined || lane === undefined) return null;
  return { element, id: asId<'appointment'>(id), laneId: asId<'resource'>(lane) };
}

/** Which part of a bar is gripped: an edge lengthens, the rest moves. Short bars keep most of their body for moving. */
export function gripAt(x: number, left: number, width: number): DragMode {
  const edge = Math.min(EDGE, width / 4);
  if (x < left + edge) return 'resize-start';
  return x > left + width - edge ? 'resize-end' : 'move';
}

export interface BoardPointer {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** One click shows details, two open them, the right button offers what can be done, pressing and moving drags. */
export function useBoardPointer(data: BoardData, setCursor: (cursor: Cursor | null) => void): BoardPointer {
  const console = useConsole();
  const select = useCallback(
    ({ id, laneId }: Hit, add: boolean): void => {
      const bar = data.byId.get(id);
      if (bar === undefined) return;
      if (add) console.selection.toggle({ kind: 'appointment', id });
      else console.selection.select({ kind: 'appointment', id });
      setCursor({ laneId, appointmentId: id, at: (bar.start + bar.end) / 2 });
    },
    [console, data, setCursor],
  );
  return {
    onPointerDown: (event) => {
      const at = hit(event.target);
      const bar = at === null ? undefined : data.byId.get(at.id);
      if (at === null || bar === undefined || !isMovable(bar)) return;
      const box = at.element.getBoundingClientRect();
      startDrag(console, event, { kind: 'appointment', appointment: bar }, gripAt(event.clientX, box.left, box.width));
    },
    onPointerMove: (event) => {
      if (console.drag.getState().drag !== null) return;
      const at = hit(event.target);
      const bar = at === null ? undefined : data.byId.get(at.id);
      const box = bar !== undefined && isMovable(bar) ? at?.element.getBoundingClientRect() : undefined;
      const edge = box !== undefined && gripAt(event.clientX, box.left, box.width) !== 'move';
      const host = event.currentTarget;
      if (host instanceof HTMLElement && (host.dataset['edge'] === 'true') !== edge)
        host.dataset['edge'] = String(edge);
    },
    onClick: (event) => {
      const at = hit(event.target);
      if (at !== null) select(at, event.ctrlKey || event.metaKey);
    },
    onDoubleClick: (event) => {
      if (hit(event.target) !== null) console.session.setState({ detailsOpen: true });
    },
    onContextMenu: (event) => {
      const at = hit(event.target);
      if (at !== null) select(at, false);
      else if (event.target !== event.currentTarget || console.selection.getState().main === null)
        event.preventDefault();
    },
  };
}
