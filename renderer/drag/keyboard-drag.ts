import { instant, MINUTE } from '../../core/domain/time/instant.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { Console } from '../state/console.ts';
import { subjectTitle, type DragHandle, type DragSubject } from '../state/drag-state.ts';
import { beginDrag } from './session.ts';

/** What a key means while something is lifted; null when it means nothing. */
export interface LiftedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Lifts by keyboard: the same drag as by pointer, moved by steps and lanes. Focus goes to the board. */
export function lift(console: Console, subject: DragSubject, laneId?: ResourceId): DragHandle | null {
  const geometry = console.shown.getState().geometry;
  if (geometry === null || console.drag.getState().drag !== null) return null;
  const lane = laneId ?? geometry.lanes()[0];
  if (lane === undefined) return null;
  const words = console.words();
  const place =
    subject.kind === 'appointment'
      ? { laneId: lane, start: subject.appointment.start, end: subject.appointment.end }
      : soonest(console, lane, subject.duration, geometry.step);
  const handle = beginDrag(console, { subject, mode: 'move', by: 'keyboard', ...place });
  const times = words.times({ from: place.start, to: place.end });
  const name = console.setup()?.resources.find((one) => one.id === lane)?.name ?? '';
  console.notices.announce(words.ui('ui.drag.lifted', { title: subjectTitle(subject), times, lane: name }));
  geometry.focus();
  geometry.reveal(lane, place.start);
  return handle;
}

function soonest(
  console: Console,
  laneId: ResourceId,
  duration: number,
  step: (at: ReturnType<typeof instant>, steps: number) => ReturnType<typeof instant>,
): {
  readonly laneId: ResourceId;
  readonly start: ReturnType<typeof instant>;
  readonly end: ReturnType<typeof instant>;
} {
  const { locations } = console.setup() ?? { locations: [] };
  const days = console.session.getState().days;
  const location = console.location() ?? locations[0];
  const view =
    location === undefined
      ? undefined
      : console.cache.peek('boardForRange', { locationId: location.id, date: console.date(), days }).value;
  const now = console.clock.exact();
  const open = view?.days[0]?.open[0]?.from ?? view?.days[0]?.range.from ?? now;
  const start = step(instant(Math.max(now, open)), now > open ? 1 : 0);
  return { laneId, start, end: instant(start + duration * MINUTE) };
}

/** Moves what is lifted. True when the key was meant for it. */
export function moveLifted(console: Console, handle: DragHandle, key: LiftedKey): boolean {
  const geometry = console.shown.getState().geometry;
  const drag = handle.current();
  if (geometry === null || drag === null) return false;
  const { laneId, start, end } = drag;
  const way = key.key === 'ArrowLeft' ? -1 : key.key === 'ArrowRight' ? 1 : 0;
  if (way !== 0 && key.shiftKey) {
    const early = key.ctrlKey || key.metaKey;
    const edge = geometry.step(early ? start : end, way);
    if (early && edge < end) handle.place({ laneId, start: edge, end });
    if (!early && edge > start) handle.place({ laneId, start, end: edge });
  } else if (way !== 0) {
    const next = geometry.step(start, way);
    handle.place({ laneId, start: next, end: instant(end + (next - start)) });
  } else if (key.key === 'ArrowUp' || key.key === 'ArrowDown') {
    const lanes = geometry.lanes();
    const at = laneId === null ? -1 : lanes.indexOf(laneId);
    const next = lanes[Math.min(lanes.length - 1, Math.max(0, at + (key.key === 'ArrowUp' ? -1 : 1)))];
    if (next !== undefined) handle.place({ laneId: next, start, end });
  } else if (key.key === 'Enter' || key.key === ' ') void handle.drop();
  else if (key.key === 'Escape') handle.cancel();
  else return false;
  const after = handle.current();
  if (after?.laneId !== null && after !== null) geometry.reveal(after.laneId, way > 0 ? after.end : after.start);
  return true;
}
