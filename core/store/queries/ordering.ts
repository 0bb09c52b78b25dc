import type { Absence } from '../../domain/resources/resource.ts';
import { LATEST } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { PRIORITIES } from '../../domain/work/service-type.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';

// Sorting here and not in SQL: the rows arrive nearly sorted, engines need not agree on collations, and wide rows are
// not carried through an engine's sorter.

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

export function byStart(one: Pick<Appointment, 'start' | 'id'>, other: Pick<Appointment, 'start' | 'id'>): number {
  return one.start - other.start || byText(one.id, other.id);
}

export function absencesByStart(one: Absence, other: Absence): number {
  return one.range.from - other.range.from || byText(one.id, other.id);
}

/** Urgent first, then soonest due (no promise last), then the one that waits longest. */
export function byUrgency(one: WorkOrder, other: WorkOrder): number {
  const priority = PRIORITIES.indexOf(other.priority) - PRIORITIES.indexOf(one.priority);
  const due = (one.due ?? LATEST) - (other.due ?? LATEST);
  return priority || due || one.openedAt - other.openedAt || byText(one.id, other.id);
}

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly position?: number;
}

/** By position where a thing has one, then by name. */
export function byPlace(one: Placed, other: Placed): number {
  return (one.position ?? 0) - (other.position ?? 0) || one.name.localeCompare(other.name) || byText(one.id, other.id);
}
