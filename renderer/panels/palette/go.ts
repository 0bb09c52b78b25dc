import type { SearchHit } from '../../../core/contract/views/search-view.ts';
import { asId } from '../../../core/kernel/id.ts';
import { localDateOf } from '../../../core/domain/time/local-time.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import type { Console } from '../../state/console.ts';
import { DETAILS_TITLE, focusSoon } from '../shared/focus.ts';

/** Brings an appointment's place and day into sight and selects it. */
export function goToAppointment(
  console: Console,
  id: string,
  at?: { readonly start: Instant; readonly locationId: string },
): void {
  const location = console.setup()?.locations.find((one) => one.id === at?.locationId);
  if (at !== undefined && location !== undefined) {
    const date = localDateOf(console.zones, location.zone, at.start);
    const today = localDateOf(console.zones, location.zone, console.clock.exact());
    console.session.setState({ locationId: location.id, date: date === today ? null : date });
  }
  console.selection.select({ kind: 'appointment', id: asId<'appointment'>(id) });
  showDetails(console);
}

export function goToWorkOrder(console: Console, id: string): void {
  console.selection.select({ kind: 'workOrder', id: asId<'work-order'>(id) });
  showDetails(console);
}

export function goToHit(console: Console, hit: Extract<SearchHit, { kind: 'appointment' | 'workOrder' }>): void {
  if (hit.kind === 'workOrder') goToWorkOrder(console, hit.id);
  else goToAppointment(console, hit.id, hit);
}

/** A recent appointment has no date beside it; it is asked for. */
export async function goToRecentAppointment(console: Console, id: string): Promise<void> {
  const reply = await console.client.ask('appointmentDetails', { id });
  if (reply.ok) goToAppointment(console, id, reply.value.appointment);
}

function showDetails(console: Console): void {
  console.session.setState({ detailsOpen: true });
  // The dialog gives the focus back first.
  setTimeout(() => focusSoon(DETAILS_TITLE), 30);
}
