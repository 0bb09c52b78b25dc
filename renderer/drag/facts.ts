import { busyIndexOf } from '../../core/domain/board/busy-index.ts';
import type { QueryInput } from '../../core/contract/client.ts';
import type { Console } from '../state/console.ts';
import type { DragFacts, DragSubject } from '../state/drag-state.ts';

function work(subject: DragSubject): QueryInput<'placementNeeds'>['work'] {
  return subject.kind === 'appointment' ? { appointmentId: subject.appointment.id } : { workOrderId: subject.id };
}

/** Asks for the facts ahead of time, so that they are there when the pointer first moves. */
export function prefetchFacts(console: Console, subject: DragSubject): void {
  void loadFacts(console, subject);
}

/** What the rules look at for this drag: the board's facts and what the work asks for; null when the host does not say. */
export async function loadFacts(console: Console, subject: DragSubject): Promise<DragFacts | null> {
  const location = console.location();
  if (location === undefined) return null;
  const { days } = console.session.getState();
  const [context, needs] = await Promise.all([
    console.cache.prefetch('placementContext', { locationId: location.id, date: console.date(), days }),
    console.cache.prefetch('placementNeeds', { work: work(subject) }),
  ]);
  if (context.value === undefined || needs.value === undefined) return null;
  return { index: busyIndexOf(context.value), needs: needs.value.needs };
}
