import type { ParsedArgs } from '../../contract/client.ts';
import { readMessage } from '../../contract/messages/read-message.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { PartId } from '../../domain/parts/part.ts';
import { locationOfMessage } from '../alerts/location-of-message.ts';
import { meantService } from '../alerts/meant-service.ts';
import { unitOfMessage } from '../alerts/unit-of-message.ts';
import type { Admitted } from '../execute.ts';
import type { Reader } from '../ports/store.ts';

/** Parts that a command is about to set aside, and where. */
export interface NeededParts {
  readonly locationId: LocationId;
  readonly partIds: readonly PartId[];
}

interface Work {
  readonly locationId: LocationId;
  readonly workOrderId: string | null;
  readonly serviceTypeId: string | null;
}

/** What a booking needs of the stock; null for every command that books nothing, and for work without parts. */
export async function neededParts(read: Reader, { name, args }: Admitted): Promise<NeededParts | null> {
  switch (name) {
    case 'bookAppointment':
    case 'bookLongWork':
    case 'holdSlot':
      // Admitted arguments were parsed by the schema of that very name.
      return partsOf(read, args as ParsedArgs<'bookAppointment' | 'bookLongWork' | 'holdSlot'>);
    case 'confirmAppointment':
    case 'confirmHold':
    case 'approveAppointment': {
      const { id } = args as ParsedArgs<'confirmAppointment' | 'confirmHold' | 'approveAppointment'>;
      const appointment = await read.get('appointment', id);
      return appointment === undefined ? null : partsOf(read, appointment);
    }
    case 'acceptOffer': {
      const entry = await read.get('waitlistEntry', (args as ParsedArgs<'acceptOffer'>).id);
      return entry === undefined ? null : partsOf(read, entry);
    }
    case 'receiveAlert':
      return partsOfMessage(read, (args as ParsedArgs<'receiveAlert'>).message);
    default:
      return null;
  }
}

async function partsOf(read: Reader, { locationId, workOrderId, serviceTypeId }: Work): Promise<NeededParts | null> {
  const work =
    workOrderId !== null
      ? await read.get('workOrder', workOrderId)
      : serviceTypeId === null
        ? undefined
        : await read.get('serviceType', serviceTypeId);
  return asked(locationId, work?.parts ?? []);
}

async function partsOfMessage(read: Reader, given: ParsedArgs<'receiveAlert'>['message']): Promise<NeededParts | null> {
  const message = readMessage(given);
  if (!message.ok || !message.value.wantsService) return null;
  const { unit } = await unitOfMessage(read, message.value.unit);
  const { location } = await locationOfMessage(read, message.value.location, unit);
  const { serviceType } = await meantService(read, message.value);
  return location === null ? null : asked(location.id, serviceType?.parts ?? []);
}

function asked(locationId: LocationId, parts: readonly { readonly partId: PartId }[]): NeededParts | null {
  return parts.length === 0 ? null : { locationId, partIds: parts.map((part) => part.partId) };
}
