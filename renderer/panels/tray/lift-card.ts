import type { PointerEvent } from 'react';
import type { TrayItem } from '../../../core/contract/views/tray-view.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { lift, moveLifted, startDrag } from '../../drag/index.ts';
import type { Console } from '../../state/console.ts';
import type { DragSubject } from '../../state/drag-state.ts';

/** A card as something that can be in the air: work by itself, an appointment as the board knows it. */
export function subjectOf(console: Console, item: TrayItem): DragSubject | null {
  if (item.appointmentId !== null) {
    const location = console.location();
    if (location === undefined) return null;
    const { days } = console.session.getState();
    const board = console.cache.peek('boardForRange', { locationId: location.id, date: console.date(), days }).value;
    const appointment = board?.appointments.find((one) => one.id === item.appointmentId);
    return appointment === undefined ? null : { kind: 'appointment', appointment };
  }
  if (item.workOrderId === null) return null;
  return {
    kind: 'workOrder',
    id: item.workOrderId,
    title: item.title,
    hue: item.kind,
    priority: item.priority,
    duration: item.duration,
    customer: item.customer,
    unit: item.unit,
    number: item.number,
    field: item.field,
  };
}

export function pressCard(console: Console, item: TrayItem, event: PointerEvent): void {
  const subject = subjectOf(console, item);
  if (subject !== null) startDrag(console, event, subject);
}

/** Lifts by keyboard. Until it is dropped or put back every key belongs to it, wherever the focus is. */
export function liftCard(console: Console, item: TrayItem, done: () => void): boolean {
  const subject = subjectOf(console, item);
  if (subject === null) return false;
  const lane: ResourceId | undefined =
    subject.kind === 'appointment' ? subject.appointment.claims[0]?.resourceId : undefined;
  const handle = lift(console, subject, lane);
  if (handle === null) return false;
  const onKey = (event: KeyboardEvent): void => {
    if (handle.current() !== null && moveLifted(console, handle, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (handle.current() !== null) return;
    document.removeEventListener('keydown', onKey, true);
    unlessRefused(console, done);
  };
  document.addEventListener('keydown', onKey, true);
  return true;
}

/** Longer than the tray needs to draw what is left in it. */
const SETTLED = 150;

/** After a refused drop the explanation has the keyboard, and gives it to the board. */
function unlessRefused(console: Console, done: () => void): void {
  let refused = false;
  const stop = console.drag.subscribe((state) => {
    refused ||= state.refused !== null;
  });
  setTimeout(() => {
    stop();
    if (!refused) done();
  }, SETTLED);
}
