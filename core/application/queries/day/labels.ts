import type { Appointment } from '../../../domain/work/appointment.ts';
import type { Customer, Unit } from '../../../domain/work/customer.ts';
import type { AppointmentKind, KindCode, ServiceType } from '../../../domain/work/service-type.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';
import type { Reader } from '../../ports/store.ts';
import type { ResolvedWork } from '../memory/resolved-work.ts';
import type { RememberingReader } from '../memory/row-memory.ts';

/** The rows around a set of appointments or work orders, read in one go each. */
export interface Labels {
  workOrder(work: WorkRefs): WorkOrder | undefined;
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

const NOTHING: ResolvedWork = {
  workOrder: undefined,
  customer: undefined,
  unit: undefined,
  serviceType: undefined,
  kind: undefined,
};

/** Reads what the work points to, as far as that is not known already, in one go for each kind of row. */
export async function loadLabels(
  { read, resolved }: Pick<RememberingReader, 'read' | 'resolved'>,
  work: readonly WorkRefs[],
): Promise<Labels> {
  const fresh = work.filter((one) => !resolved.has(one));
  if (fresh.length > 0) await resolve(read, fresh, resolved);
  const of = (one: WorkRefs): ResolvedWork => resolved.get(one) ?? NOTHING;
  return {
    workOrder: (one) => of(one).workOrder,
    customer: (one) => of(one).customer,
    unit: (one) => of(one).unit,
    serviceType: (one) => of(one).serviceType,
    kind: (one) => of(one).kind,
    needs: (one) => of(one).workOrder ?? of(one).serviceType ?? NO_NEEDS,
  };
}

async function resolve(
  read: Reader,
  work: readonly WorkRefs[],
  resolved: WeakMap<object, ResolvedWork>,
): Promise<void> {
  const workOrders = byId(await read.getMany('workOrder', present(work.map((one) => one.workOrderId))));
  const sources: readonly WorkRefs[] = [...work, ...workOrders.values()];
  const customers = byId(await read.getMany('customer', present(sources.map((one) => one.customerId))));
  const units = byId(await read.getMany('unit', present(sources.map((one) => one.unitId))));
  const types = present(sources.map((one) => one.serviceTypeId));
  const serviceTypes = byId(await read.getMany('serviceType', types));
  const kindIds = [...work.map((one) => one.kindId), ...[...serviceTypes.values()].map((one) => one.kindId)];
  const kinds = byId(await read.getMany('appointmentKind', present(kindIds)));
  for (const one of work) {
    const workOrder = find(workOrders, one.workOrderId);
    const serviceType = find(serviceTypes, one.serviceTypeId ?? workOrder?.serviceTypeId);
    resolved.set(one, {
      workOrder,
      customer: find(customers, one.customerId ?? workOrder?.customerId),
      unit: find(units, one.unitId ?? workOrder?.unitId),
      serviceType,
      kind: find(kinds, one.kindId ?? serviceType?.kindId),
    });
  }
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
