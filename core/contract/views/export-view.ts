import type { Entities, EntityName } from '../../domain/ops/op.ts';

/** Rows of one kind by id, as they are kept; `next` is what to ask for after them, null at the end. */
export interface ExportPage {
  readonly rows: readonly Entities[EntityName][];
  readonly next: string | null;
}

/** Every kind of row in an order in which each comes after what it points to; the compiler refuses a missing one. */
const ORDER: { readonly [E in EntityName]: number } = {
  organization: 0,
  location: 1,
  resource: 2,
  absence: 3,
  user: 4,
  customer: 5,
  unit: 6,
  appointmentKind: 7,
  part: 8,
  stock: 9,
  serviceType: 10,
  scheduleRule: 11,
  workOrder: 12,
  series: 13,
  appointment: 14,
  reservation: 15,
  fee: 16,
  waitlistEntry: 17,
  alert: 18,
  slotInstance: 19,
  exposure: 20,
};

export const EXPORT_ORDER: readonly EntityName[] = (Object.keys(ORDER) as EntityName[]).toSorted(
  (a, b) => ORDER[a] - ORDER[b],
);
