import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { CommandArgs, ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import { derivedId, derivedIds } from '../derived-id.ts';
import type { Reader } from '../ports/store.ts';
import { foundOrNull } from '../refusals.ts';
import type { Scene } from '../use-case.ts';

/** The appointment of a requester's key: the same key always means the same hold. */
export function holdId(scene: Scene, requester: string, key: string): AppointmentId {
  return derivedId(scene, 'appointment', 'hold', requester, key);
}

/** A hold as the booking that it is. */
export async function bookingOfHold(
  read: Reader,
  scene: Scene,
  args: ParsedArgs<'holdSlot'>,
  id: AppointmentId,
): Promise<Outcome<CommandArgs<'bookAppointment'>, Refusal>> {
  const { locationId, workOrderId, serviceTypeId, start, technicianId, bayId } = args;
  const { customerId, unitId, description } = args;
  const workOrder = await foundOrNull(read, 'workOrder', workOrderId, 'workOrderId');
  if (!workOrder.ok) return workOrder;
  const serviceType = await foundOrNull(read, 'serviceType', serviceTypeId, 'serviceTypeId');
  if (!serviceType.ok) return serviceType;
  const parts = (workOrder.value ?? serviceType.value)?.parts ?? [];
  const length = (workOrder.value ?? serviceType.value)?.duration ?? 0;
  return accept({
    id,
    locationId,
    workOrderId,
    serviceTypeId,
    title: workOrder.value === null ? (serviceType.value?.name ?? '') : '',
    start,
    end: addMinutes(start, length),
    claims: [
      { resourceId: technicianId, role: 'lead', units: 1 },
      ...(bayId === null ? [] : [{ resourceId: bayId, role: 'bay' as const, units: 1 }]),
    ],
    as: 'held',
    customerId,
    unitId,
    participants: [...args.participants],
    description,
    reservationIds: [...derivedIds(scene, parts.length, 'reservation', id)],
    recording: false,
  });
}
