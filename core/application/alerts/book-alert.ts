import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { CommandArgs } from '../../contract/client.ts';
import { commands } from '../../contract/commands/index.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { AutoBooking } from '../../domain/policy/auto-book.ts';
import type { AlertReason } from '../../domain/work/alert.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import { bookAppointment } from '../commands/book-appointment.ts';
import { derivedIds } from '../derived-id.ts';
import { loadWorkSource, needsOfWorkOrder } from '../needs.ts';
import type { WriteTx } from '../ports/store.ts';
import type { Decision, Scene } from '../use-case.ts';
import { clearSlot } from './clear-slot.ts';
import type { MeantWork } from './work-of-message.ts';

/** What the sender of the message gave for the booking. */
export interface BookingIds {
  readonly alertId: string;
  readonly appointmentId: string;
  readonly reservationIds: readonly string[];
}

export interface BookedAlert {
  readonly decision: Decision;
  readonly appointment: Appointment;
  readonly reasons: readonly AlertReason[];
}

type Booking = Extract<AutoBooking, { readonly book: true }>;

/**
 * Looks for a slot and books it by the same use case as everybody. The work order is not written yet: the booking sees it
 * all the same. What does not work out is a reason, not a refusal.
 */
export async function bookAlert(
  tx: WriteTx,
  scene: Scene,
  workOrder: WorkOrder,
  meant: MeantWork,
  how: Booking,
  ids: BookingIds,
): Promise<Outcome<BookedAlert, AlertReason>> {
  const { location } = meant;
  const seen = withWorkOrder(tx, workOrder);
  const needs = needsOfWorkOrder(workOrder, await loadWorkSource(tx, { workOrder }));
  const slot = await clearSlot(seen, scene, { location, needs, within: how.within, choose: how.choose });
  if (slot === null) return refuse({ why: 'nothing-fits', facts: { until: how.within.to } });
  const { technician, bay, start } = slot;
  const derived = derivedIds(scene, workOrder.parts.length, 'reservation', ids.alertId);
  const args: CommandArgs<'bookAppointment'> = {
    id: ids.appointmentId,
    locationId: location.id,
    workOrderId: workOrder.id,
    title: '',
    start,
    end: null,
    claims: [
      ...(technician === null ? [] : [{ resourceId: technician.id, role: 'lead' as const, units: 1 }]),
      ...(bay === null ? [] : [{ resourceId: bay.id, role: 'bay' as const, units: 1 }]),
    ],
    as: 'confirmed',
    serviceTypeId: workOrder.serviceTypeId,
    customerId: workOrder.customerId,
    unitId: workOrder.unitId,
    participants: [],
    description: '',
    reservationIds: derived.map((id, index) => ids.reservationIds[index] ?? id),
    recording: false,
    suggested: { rank: 1 },
  };
  const booked = await bookAppointment(seen, commands.bookAppointment.args.parse(args), scene);
  if (!booked.ok) return refuse(cannotBook(booked.refusal));
  const appointment = bookedIn(booked.value);
  if (appointment === undefined) throw new Error('A booking without an appointment');
  const who = { technician: technician?.name ?? '', bay: bay?.name ?? '' };
  const asks: readonly AlertReason[] =
    appointment.state.status === 'requested' ? [{ why: 'asks-approval', facts: {} }] : [];
  return accept({
    decision: booked.value,
    appointment,
    reasons: [{ why: 'booked', facts: { start: appointment.start, ...who } }, ...asks],
  });
}

/** The transaction as if the work order were in it. */
function withWorkOrder(tx: WriteTx, workOrder: WorkOrder): WriteTx {
  return {
    ...tx,
    get: async <E extends Parameters<WriteTx['get']>[0]>(entity: E, id: string) =>
      entity === 'workOrder' && id === workOrder.id
        ? (workOrder as Awaited<ReturnType<typeof tx.get<E>>>)
        : tx.get(entity, id),
  };
}

function bookedIn({ ops }: Decision): Appointment | undefined {
  return ops.flatMap((op) => (op.op === 'insert' && op.entity === 'appointment' ? [op.row] : []))[0];
}

function cannotBook(refusal: Refusal): AlertReason {
  return { why: 'cannot-book', facts: { refusal: refusal.kind } };
}
