import { instant, MINUTE, type Instant } from '../../core/domain/time/instant.ts';
import type { Console } from '../state/console.ts';
import type { DragHandle, DragMode, DragSubject, GhostPlace } from '../state/drag-state.ts';
import { prefetchFacts } from './facts.ts';
import { beginDrag } from './session.ts';

/** Less than this is a click with an unsteady hand. */
const THRESHOLD = 4;
/** Near the timeline's edge the board scrolls by itself, up to so many pixels a frame. */
const EDGE = 36;
const FASTEST = 18;
const SHORTEST = 5 * MINUTE;

export interface PointerStart {
  readonly pointerId: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly button: number;
}

/**
 * Begins a drag at a pressed pointer; it becomes one when the pointer has moved a little. Everything is arithmetic on the
 * board's geometry: no hit testing and no layout reads while moving. Call it from pointerdown.
 */
export function startDrag(console: Console, event: PointerStart, subject: DragSubject, mode: DragMode = 'move'): void {
  if (event.button !== 0 || console.drag.getState().drag !== null) return;
  prefetchFacts(console, subject);
  const page = document.documentElement;
  let x = event.clientX;
  let y = event.clientY;
  let handle: DragHandle | null = null;
  let frame = 0;
  const grip = gripOf(console, subject, event);
  // On its way from the tray the pointer crosses the board's edge; that is not a wish to scroll.
  let entered = subject.kind === 'appointment';

  const place = (): GhostPlace => {
    const geometry = console.shown.getState().geometry;
    const under = geometry?.at(x, y) ?? null;
    const stays = handle?.current() ?? null;
    if (geometry === null || under === null)
      return { laneId: null, start: stays?.start ?? grip.start, end: stays?.end ?? grip.end };
    return moved(grip, mode, under, geometry.snap);
  };
  const scroll = (): void => {
    const geometry = console.shown.getState().geometry;
    if (handle === null || geometry === null) return;
    const edges = geometry.edges();
    const dx = push(x, edges.left, edges.right);
    const dy = push(y, edges.top, edges.bottom);
    const inside = geometry.at(x, y) !== null;
    if (inside && dx === 0) entered = true;
    if (entered && inside && (dx !== 0 || dy !== 0)) {
      geometry.scrollBy(dx, dy);
      handle.place(place());
    }
    frame = requestAnimationFrame(scroll);
  };
  const onMove = (move: PointerEvent): void => {
    if (move.pointerId !== event.pointerId) return;
    x = move.clientX;
    y = move.clientY;
    if (handle === null) {
      if (Math.hypot(x - event.clientX, y - event.clientY) < THRESHOLD) return;
      page.setPointerCapture(event.pointerId);
      page.dataset['dragging'] = mode;
      handle = beginDrag(console, { subject, mode, by: 'pointer', ...place() });
      frame = requestAnimationFrame(scroll);
    }
    handle.place(place());
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    delete page.dataset['dragging'];
    page.removeEventListener('pointermove', onMove);
    page.removeEventListener('pointerup', onUp);
    page.removeEventListener('pointercancel', onCancel);
    page.removeEventListener('keydown', onKey, true);
  };
  const onUp = (up: PointerEvent): void => {
    if (up.pointerId !== event.pointerId) return;
    stop();
    if (handle === null) return;
    swallowClick(page);
    void handle.drop();
  };
  const onCancel = (): void => {
    stop();
    handle?.cancel();
  };
  const onKey = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape' || handle === null) return;
    key.preventDefault();
    key.stopPropagation();
    swallowClick(page);
    onCancel();
  };
  page.addEventListener('pointermove', onMove);
  page.addEventListener('pointerup', onUp);
  page.addEventListener('pointercancel', onCancel);
  page.addEventListener('keydown', onKey, true);
}

/** The times at the moment of gripping, and how far from the start the pointer took hold. */
export interface Grip {
  /** The lane it was gripped on; pulling an edge never leaves it. */
  readonly laneId: GhostPlace['laneId'];
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: number;
}

function gripOf(console: Console, subject: DragSubject, event: PointerStart): Grip {
  if (subject.kind === 'workOrder') {
    const start = console.clock.exact();
    return {
      laneId: null,
      start,
      end: instant(start + subject.duration * MINUTE),
      offset: Math.min(15, subject.duration / 4) * MINUTE,
    };
  }
  const { start, end } = subject.appointment;
  const under = console.shown.getState().geometry?.at(event.clientX, event.clientY) ?? null;
  return { laneId: under?.laneId ?? null, start, end, offset: under === null ? 0 : under.at - start };
}

/** Where the ghost goes for a pointer over a lane and a time. Edges never pass each other. */
export function moved(
  grip: Grip,
  mode: DragMode,
  under: { readonly laneId: GhostPlace['laneId']; readonly at: Instant },
  snap: (at: Instant) => Instant,
): GhostPlace {
  const { at } = under;
  if (mode === 'resize-start') {
    const start = snap(instant(at - grip.offset));
    return { laneId: grip.laneId, start: instant(Math.min(start, grip.end - SHORTEST)), end: grip.end };
  }
  if (mode === 'resize-end') {
    const end = snap(instant(at + (grip.end - grip.start - grip.offset)));
    return { laneId: grip.laneId, start: grip.start, end: instant(Math.max(end, grip.start + SHORTEST)) };
  }
  const start = snap(instant(at - grip.offset));
  return { laneId: under.laneId, start, end: instant(start + (grip.end - grip.start)) };
}

function push(at: number, low: number, high: number): number {
  if (at < low + EDGE) return -Math.min(FASTEST, (low + EDGE - at) / 2);
  if (at > high - EDGE) return Math.min(FASTEST, (at - high + EDGE) / 2);
  return 0;
}

/** The click that ends a drag is not a click. */
function swallowClick(page: HTMLElement): void {
  const swallow = (click: MouseEvent): void => {
    click.stopPropagation();
    click.preventDefault();
  };
  page.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => page.removeEventListener('click', swallow, true), 0);
}
