import type { Location } from '../organization/location.ts';
import type { Organization } from '../organization/organization.ts';
import type { User } from '../organization/user.ts';
import type { Part, Reservation, Stock } from '../parts/part.ts';
import type { Absence, Resource } from '../resources/resource.ts';
import type { ScheduleRule } from '../rules/schedule-rule.ts';
import type { Series } from '../series/series.ts';
import type { Alert } from '../work/alert.ts';
import type { Appointment } from '../work/appointment.ts';
import type { Customer, Unit } from '../work/customer.ts';
import type { Exposure } from '../work/exposure.ts';
import type { Fee } from '../work/fee.ts';
import type { AppointmentKind, ServiceType } from '../work/service-type.ts';
import type { SlotInstance } from '../work/slot-instance.ts';
import type { WaitlistEntry } from '../work/waitlist-entry.ts';
import type { WorkOrder } from '../work/work-order.ts';

/** Every kind of row the product keeps, by name. */
export interface Entities {
  readonly organization: Organization;
  readonly location: Location;
  readonly resource: Resource;
  readonly absence: Absence;
  readonly customer: Customer;
  readonly unit: Unit;
  readonly appointmentKind: AppointmentKind;
  readonly serviceType: ServiceType;
  readonly part: Part;
  readonly stock: Stock;
  readonly reservation: Reservation;
  readonly workOrder: WorkOrder;
  readonly appointment: Appointment;
  readonly user: User;
  readonly scheduleRule: ScheduleRule;
  readonly series: Series;
  readonly waitlistEntry: WaitlistEntry;
  readonly fee: Fee;
  readonly alert: Alert;
  readonly exposure: Exposure;
  readonly slotInstance: SlotInstance;
}
export type EntityName = keyof Entities;

/** The smallest recorded, invertible change. An update names only the fields that differ, before and after. */
export type Op = { readonly [E in EntityName]: OpOn<E> }[EntityName];

export type OpOn<E extends EntityName> =
  | { readonly op: 'insert'; readonly entity: E; readonly id: string; readonly row: Entities[E] }
  | { readonly op: 'delete'; readonly entity: E; readonly id: string; readonly row: Entities[E] }
  | {
      readonly op: 'update';
      readonly entity: E;
      readonly id: string;
      readonly before: Partial<Entities[E]>;
      readonly after: Partial<Entities[E]>;
    };

export function insert<E extends EntityName>(entity: E, row: Entities[E]): OpOn<E> {
  return { op: 'insert', entity, id: row.id, row };
}

export function remove<E extends EntityName>(entity: E, row: Entities[E]): OpOn<E> {
  return { op: 'delete', entity, id: row.id, row };
}

/** An update from `before` to `after`, or null when nothing differs. Values are compared by their JSON. */
export function update<E extends EntityName>(entity: E, before: Entities[E], after: Entities[E]): OpOn<E> | null {
  const old: Record<string, unknown> = {};
  const fresh: Record<string, unknown> = {};
  const was: Readonly<Record<string, unknown>> = { ...before };
  for (const [field, value] of Object.entries(after)) {
    if (JSON.stringify(was[field]) === JSON.stringify(value)) continue;
    old[field] = was[field];
    fresh[field] = value;
  }
  if (Object.keys(fresh).length === 0) return null;
  return {
    op: 'update',
    entity,
    id: before.id,
    before: old as Partial<Entities[E]>,
    after: fresh as Partial<Entities[E]>,
  };
}

/** The change that takes `op` back. */
export function invert(op: Op): Op {
  switch (op.op) {
    case 'insert':
      return { ...op, op: 'delete' };
    case 'delete':
      return { ...op, op: 'insert' };
    case 'update':
      // The fields of one entity stay with that entity, which a union cannot say.
      return { ...op, before: op.after, after: op.before } as Op;
  }
}
