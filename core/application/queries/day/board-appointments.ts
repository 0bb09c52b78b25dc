import type { BoardAppointment } from '../../../contract/views/board-view.ts';
import { minutes, type Minutes } from '../../../domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../../../domain/work/appointment.ts';
import type { Leg } from './legs.ts';
import { kindCode, unitText, type Labels } from './labels.ts';
import { shownState } from './visits.ts';
import type { Scene } from '../../use-case.ts';

/** What is worked out over all appointments at once. */
export interface BoardMarks {
  readonly scene: Scene;
  readonly labels: Labels;
  readonly legs: ReadonlyMap<AppointmentId, Leg>;
  readonly risky: ReadonlySet<AppointmentId>;
  readonly conflicting: ReadonlySet<AppointmentId>;
}

const NONE: Minutes = minutes(0);

export function boardAppointment(appointment: Appointment, marks: BoardMarks): BoardAppointment {
  const { labels } = marks;
  const workOrder = labels.workOrder(appointment);
  const leg = marks.legs.get(appointment.id);
  return {
    id: appointment.id,
    title: appointment.title,
    start: appointment.start,
    end: appointment.end,
    before: appointment.before,
    after: appointment.after,
    state: shownState(appointment, marks.scene.now),
    claims: appointment.claims,
    kind: kindCode(labels, appointment),
    priority: appointment.priority,
    workOrderId: appointment.workOrderId,
    workOrderNumber: workOrder?.number ?? null,
    customer: labels.customer(appointment)?.name ?? '',
    unit: unitText(labels.unit(appointment)),
    pinned: appointment.pinned,
    field: appointment.place !== null,
    travelBefore: leg?.before ?? NONE,
    travelAfter: leg?.after ?? NONE,
    due: workOrder?.due ?? null,
    atRisk: marks.risky.has(appointment.id),
    conflict: marks.conflicting.has(appointment.id),
  };
}
