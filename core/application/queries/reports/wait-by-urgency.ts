import { mean, median } from '../../../kernel/statistics.ts';
import type { ReportRows, Wait } from '../../../contract/views/report-view.ts';
import { begunAt } from '../../../domain/work/appointment-time.ts';
import type { AppointmentStatus } from '../../../domain/work/appointment.ts';
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

/** From the opening of each work order to its first kept appointment of the span. */
export async function waits(span: ReportSpan): Promise<readonly Waited[]> {
  const starts = new Map<WorkOrderId, number>();
  for (const one of await startingIn(span)) {
    if (one.workOrderId === null || starts.has(one.workOrderId) || !KEPT.has(one.state.status)) continue;
    starts.set(one.workOrderId, begunAt(one));
  }
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
