import { shareOf } from '../../../kernel/statistics.ts';
import type { BookingSuccess, ReportRows } from '../../../contract/views/report-view.ts';
import type { AppointmentStatus } from '../../../domain/work/appointment.ts';
import { PRIORITIES } from '../../../domain/work/service-type.ts';
import type { ReportSpan } from './report-rows.ts';

/** A place was found and promised. */
const FIRM: ReadonlySet<AppointmentStatus> = new Set(['confirmed', 'in-progress', 'completed', 'no-show']);

/** Per priority of the work order: how many were opened, called off, and given a firm appointment. */
export async function bookingSuccessRows(span: ReportSpan): Promise<readonly ReportRows['bookingSuccess']['row'][]> {
  const orders = await span.read.workOrdersOpened(span.location.id, span.range);
  const appointments = await span.read.appointmentsOfAll(orders.map((order) => order.id));
  const booked = new Set(appointments.filter((one) => FIRM.has(one.state.status)).map((one) => one.workOrderId));
  return PRIORITIES.map((priority) => {
    const all = orders.filter((order) => order.priority === priority);
    const kept = all.filter((order) => order.state.status !== 'cancelled');
    const found = kept.filter((order) => booked.has(order.id)).length;
    const counts = { opened: kept.length, cancelled: all.length - kept.length, booked: found };
    return { priority, ...counts, share: shareOf(found, kept.length) };
  });
}

export function bookingSuccessTotal(rows: readonly BookingSuccess[]): BookingSuccess {
  const sum = (field: 'opened' | 'cancelled' | 'booked'): number => rows.reduce((total, row) => total + row[field], 0);
  const opened = sum('opened');
  const booked = sum('booked');
  return { opened, cancelled: sum('cancelled'), booked, share: shareOf(booked, opened) };
}
