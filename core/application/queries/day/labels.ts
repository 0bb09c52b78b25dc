import type { Appointment } from '../../../domain/work/appointment.ts';
import type { Customer, Unit } from '../../../domain/work/customer.ts';
import type { AppointmentKind, KindCode, ServiceType } from '../../../domain/work/service-type.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';
import type { Reader } from '../../ports/store.ts';

/** The rows around a set of appointments or work orders, read in one go each. */
export interface Labels {
  workOrder(appointment: Appointment): WorkOrder | undefined;
  customer(work: WorkRefs): Customer | undefined;
  unit(work: WorkRefs): Unit | undefined;
  serviceType(work: WorkRefs): ServiceType | undefined;
  kind(work: WorkRefs): AppointmentKind | undefined;
  /** What it asks of bay and parts: its work order's word, else its service type's. */
  needs(work: WorkRefs): Pick<WorkOrder, 'capabilities' | 'parts'>;
}

const NO_NEEDS = { capabilities: null, parts: [] } as const;

/** An appointment or a work order; what the first does not name is taken from its work order. */
export type WorkRefs = Pick<WorkOrder, 'customerId' | 'unitId' | 'serviceTypeId'> &
  Partial<Pick<Appointment, 'workOrderId' | 'kindId'>>;

export async function loadLabels(read: Reader, work: readonly WorkRefs[]): Promise<Labels> {
  const workOrders = byId(await read.getMany('workOrder', present(work.map((one) => one.workOrderId))));
  const sources: readonly WorkRefs[] = [...work, ...workOrders.values()];
  const customers = byId(await read.getMany('customer', present(sources.map((one) => one.customerId))));
  const units = byId(await read.getMany('unit', present(sources.map((one) => one.unitId))));
  const serviceTypes = byId(await read.all('serviceType'));
  const kinds = byId(await read.all('appointmentKind'));

  const orderOf = (one: WorkRefs): WorkOrder | undefined => find(workOrders, one.workOrderId);
  const serviceType = (one: WorkRefs): ServiceType | undefined =>
    find(serviceTypes, one.serviceTypeId ?? orderOf(one)?.serviceTypeId);
  return {
    workOrder: orderOf,
    customer: (one) => find(customers, one.customerId ?? orderOf(one)?.customerId),
    unit: (one) => find(units, one.unitId ?? orderOf(one)?.unitId),
    serviceType,
    kind: (one) => find(kinds, one.kindId ?? serviceType(one)?.kindId),
    needs: (one) => orderOf(one) ?? serviceType(one) ?? NO_NEEDS,
  };
}

/** "Volvo FH16, 84-KLM-2". */
export function unitText(unit: Unit | undefined): string {
  if (unit === undefined) return '';
  return unit.plate === '' ? unit.name : `${unit.name}, ${unit.plate}`;
}

export function kindCode(labels: Labels, work: WorkRefs): KindCode | null {
  return labels.kind(work)?.code ?? null;
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function find<T>(rows: ReadonlyMap<string, T>, id: string | null | undefined): T | undefined {
  return id === null || id === undefined ? undefined : rows.get(id);
}

function present(ids: readonly (string | null | undefined)[]): readonly string[] {
  const named = new Set<string>();
  for (const id of ids) if (id !== null && id !== undefined) named.add(id);
  return [...named];
}
