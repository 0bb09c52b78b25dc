import { mean, median } from '../../../kernel/statistics.ts';
import type { ReportRows, Wait } from '../../../contract/views/report-view.ts';
import { begunAt } from '../../../domain/work/appointment-time.ts';
import type { Appointment, AppointmentStatus } from '../../../domain/work/appointment.ts';
import { PRIORITIES, type Priority } from '../../../domain/work/service-type.ts';
import type { WorkOrderId } from '../../../domain/work/work-order.ts';
import { startingIn, type ReportSpan } from './report-rows.ts';

const KEPT: ReadonlySet<AppointmentStatus> = new Set(['confirmed', 'in-progress', 'completed']);
const HOUR = 3_600_000;

/** One work order's wait. */
export interface Waited {
  readonly priority: Priority;
  readonly hours: number;
}

/**
 * From the opening of each work order to its first kept appointment, where that one lies in the span: later parts of
 * long work and second visits in other months count no second time.
 */
export async function waits(span: ReportSpan): Promise<readonly Waited[]> {
  const inside = (await startingIn(span)).filter((one) => KEPT.has(one.state.status));
  const named = new Set(inside.flatMap(({ workOrderId }) => (workOrderId === null ? [] : [workOrderId])));
  const first = new Map<WorkOrderId, Appointment>();
  for (const one of await span.read.appointmentsOfAll([...named])) {
    if (one.workOrderId === null || first.has(one.workOrderId) || !KEPT.has(one.state.status)) continue;
    first.set(one.workOrderId, one);
  }
  const own = new Set(inside.map((one) => one.id));
  const starts = new Map([...first].flatMap(([id, one]) => (own.has(one.id) ? [[id, begunAt(one)] as const] : [])));
  const orders = await span.read.getMany('workOrder', [...starts.keys()]);
  return orders.map(({ id, priority, openedAt }) => {
    const start = starts.get(id) ?? openedAt;
    return { priority, hours: Math.max(0, start - openedAt) / HOUR };
  });
}

export function waitsByPriority(all: readonly Waited[]): readonly ReportRows['waitByUrgency']['row'][] {
  return PRIORITIES.map((priority) => ({ priority, ...waitTotal(all.filter((one) => one.priority === priority)) }));
}

export function waitTotal(all: readonly Waited[]): Wait {
  const hours = all.map((one) => one.hours);
  const longestHours = hours.length === 0 ? null : Math.max(...hours);
  return { workOrders: all.length, meanHours: mean(hours), medianHours: median(hours), longestHours };
}
