import type { BookingPolicy } from '../../../core/domain/organization/organization.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import type { Minutes } from '../../../core/domain/time/instant.ts';
import type { ServiceType } from '../../../core/domain/work/service-type.ts';
import type { LaneRow, ServiceRow } from './rule-rows.ts';
import { every, row, type AppointmentRow, type Rows } from './rows.ts';

/** What a piece of work asks for. */
export interface Needs extends Pick<ServiceType, 'duration' | 'skills' | 'capabilities' | 'parts'> {
  readonly serviceTypeId: ServiceRow['id'] | null;
  /** The usual lengths of its kind. */
  readonly range: { readonly shortest: number; readonly longest: number } | null;
  readonly priority: AppointmentRow['priority'];
}

export function lanesOf(rows: Rows): readonly LaneRow[] {
  return every(rows, 'resource');
}

export function policyOf(rows: Rows): BookingPolicy {
  return every(rows, 'organization')[0]?.policy ?? DEFAULT_POLICY;
}

/** The same as it is at the location where everything is done, which may say otherwise. */
export function policyHere(rows: Rows): Pick<BookingPolicy, 'bufferBefore' | 'bufferAfter' | 'dailyMaximum'> {
  const { bufferBefore, bufferAfter, dailyMaximum } = policyOf(rows);
  const own = every(rows, 'location')[0]?.policy;
  return {
    bufferBefore: own?.bufferBefore ?? bufferBefore,
    bufferAfter: own?.bufferAfter ?? bufferAfter,
    dailyMaximum: own?.dailyMaximum ?? dailyMaximum,
  };
}

/** Whether alerts book themselves here, and how many days ahead. */
export function autoBookingHere(rows: Rows): Pick<BookingPolicy, 'autoBook' | 'autoBookDays'> {
  const { autoBook, autoBookDays } = policyOf(rows);
  const own = every(rows, 'location')[0]?.policy;
  return { autoBook: own?.autoBook ?? autoBook, autoBookDays: own?.autoBookDays ?? autoBookDays };
}

/** The work order's own wishes go before those of its service type; null is time booked by itself. */
export function needsOf(
  rows: Rows,
  one: Pick<AppointmentRow, 'workOrderId' | 'serviceTypeId'> & Partial<Pick<AppointmentRow, 'segment'>>,
): Needs | null {
  const order = row(rows, 'workOrder', one.workOrderId);
  const service = row(rows, 'serviceType', order === undefined ? one.serviceTypeId : order.serviceTypeId);
  const kind = row(rows, 'appointmentKind', service?.kindId ?? null);
  const of = order ?? service;
  if (of === undefined) return null;
  const { duration, skills, capabilities } = of;
  // Of long work the first part takes the parts from the stock, and no part has a usual length.
  const segment = one.segment ?? null;
  const parts = segment === null || segment.ordinal === 1 ? of.parts : [];
  const range = kind === undefined || segment !== null ? null : { shortest: kind.shortest, longest: kind.longest };
  const priority = order?.priority ?? kind?.priority ?? 'normal';
  return { serviceTypeId: service?.id ?? null, duration, skills, capabilities, parts, range, priority };
}

/** What is kept free around new work: the service type's word, else the organization's. */
export function buffersFor(rows: Rows, needs: Needs | null): { readonly before: Minutes; readonly after: Minutes } {
  const service = row(rows, 'serviceType', needs?.serviceTypeId ?? null);
  const { bufferBefore, bufferAfter } = policyHere(rows);
  return { before: service?.bufferBefore ?? bufferBefore, after: service?.bufferAfter ?? bufferAfter };
}

/** How many of the part the work takes. */
export function quantityOf(needs: Needs | null, partId: string): number {
  return (needs?.parts ?? []).reduce((sum, one) => sum + (one.partId === partId ? one.quantity : 0), 0);
}
