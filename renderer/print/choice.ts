import type { QueryInput } from '../../core/contract/client.ts';
import type { LocationId } from '../../core/domain/organization/location.ts';
import type { Resource, ResourceId } from '../../core/domain/resources/resource.ts';
import { localDateOf } from '../../core/domain/time/local-time.ts';
import type { LocalDate } from '../../core/domain/time/local-date.ts';
import type { Claim } from '../../core/domain/work/appointment.ts';
import type { Console } from '../state/console.ts';

/** Whose sheets: everybody with work, every bay with work, the selected appointment's own, or those that are ticked. */
export type ChoiceKind = 'technicians' | 'bays' | 'selected' | 'chosen';

export interface Choice {
  readonly kind: ChoiceKind;
  readonly chosen: readonly ResourceId[];
}

/** The technician of the selected appointment, its bay where there is no technician, and the day it is on. */
export interface SelectedSheet {
  readonly resource: Resource;
  readonly date: LocalDate;
}

export function selectedSheet(console: Console): SelectedSheet | undefined {
  const { main } = console.selection.getState();
  const location = console.location();
  if (main?.kind !== 'appointment' || location === undefined) return undefined;
  const { days } = console.session.getState();
  const board = console.cache.peek('boardForRange', { locationId: location.id, date: console.date(), days }).value;
  const appointment =
    board?.appointments.find((one) => one.id === main.id) ??
    console.cache.peek('appointmentDetails', { id: main.id }).value?.appointment;
  if (appointment === undefined) return undefined;
  const resource = resourceOf(appointment.claims, console.setup()?.resources ?? []);
  if (resource === undefined || resource.locationId !== location.id) return undefined;
  return { resource, date: localDateOf(console.zones, location.zone, appointment.start) };
}

function resourceOf(claims: readonly Claim[], resources: readonly Resource[]): Resource | undefined {
  const claimed = claims.flatMap((claim) => resources.find((one) => one.id === claim.resourceId) ?? []);
  return claimed.find((one) => one.kind === 'technician') ?? claimed[0];
}

/** What to ask the host; null while nothing is chosen. */
export function inputOf(
  choice: Choice,
  selected: SelectedSheet | undefined,
  locationId: LocationId,
  date: LocalDate,
): QueryInput<'jobSheets'> | null {
  switch (choice.kind) {
    case 'technicians':
      return { locationId, date, resourceIds: null };
    case 'bays':
      return { locationId, date, resourceIds: [] };
    case 'selected':
      return selected === undefined ? null : { locationId, date, resourceIds: [selected.resource.id] };
    case 'chosen':
      return choice.chosen.length === 0 ? null : { locationId, date, resourceIds: [...choice.chosen].toSorted() };
  }
}
