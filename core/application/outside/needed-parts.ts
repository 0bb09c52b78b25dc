import type { ParsedArgs } from '../../contract/client.ts';
import type { CommandName } from '../../contract/commands/index.ts';
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

type Needed = Promise<readonly NeededParts[]>;

/** The commands that book. */
const FINDERS: { readonly [N in CommandName]?: (read: Reader, args: ParsedArgs<N>) => Needed } = {
  bookAppointment: partsOf,
  bookLongWork: partsOf,
  holdSlot: partsOf,
  confirmAppointment: (read, { id }) => partsOfRow(read, 'appointment', id),
  approveAppointment: (read, { id }) => partsOfRow(read, 'appointment', id),
  confirmHold: (read, { id }) => partsOfRow(read, 'appointment', id),
  acceptOffer: (read, { id }) => partsOfRow(read, 'waitlistEntry', id),
  bookOccurrence: async (read, { seriesId }) => {
    const series = await read.get('series', seriesId);
    return series === undefined ? [] : partsOf(read, { ...series, workOrderId: null });
  },
  applyPlan: async (read, { lines }) => {
    const ids = lines.flatMap((line) => (line.does === 'book' ? [line.workOrderId] : []));
    const orders = await read.getMany('workOrder', ids);
    return orders.flatMap(({ locationId, parts }) => asked(locationId, parts));
  },
  receiveAlert: (read, { message }) => partsOfMessage(read, message),
};

/** What a booking needs of the stock, one entry for each location; none for every other command, and for work without parts. */
export async function neededParts(read: Reader, { name, args }: Admitted): Needed {
  // Admitted arguments were parsed by the schema of that very name.
  const find = FINDERS[name] as ((read: Reader, args: unknown) => Needed) | undefined;
  const found = find === undefined ? [] : await find(read, args);
  const byLocation = new Map<LocationId, Set<PartId>>();
  for (const { locationId, partIds } of found)
    byLocation.set(locationId, new Set([...(byLocation.get(locationId) ?? []), ...partIds]));
  return [...byLocation].map(([locationId, partIds]) => ({ locationId, partIds: [...partIds] }));
}

async function partsOfRow(read: Reader, entity: 'appointment' | 'waitlistEntry', id: string): Needed {
  const row = await read.get(entity, id);
  return row === undefined ? [] : partsOf(read, row);
}

async function partsOf(read: Reader, { locationId, workOrderId, serviceTypeId }: Work): Needed {
  const work =
    workOrderId !== null
      ? await read.get('workOrder', workOrderId)
      : serviceTypeId === null
        ? undefined
        : await read.get('serviceType', serviceTypeId);
  return asked(locationId, work?.parts ?? []);
}

async function partsOfMessage(read: Reader, given: ParsedArgs<'receiveAlert'>['message']): Needed {
  const message = readMessage(given);
  if (!message.ok || !message.value.wantsService) return [];
  const { unit } = await unitOfMessage(read, message.value.unit);
  const { location } = await locationOfMessage(read, message.value.location, unit);
  const { serviceType } = await meantService(read, message.value, location);
  return location === null ? [] : asked(location.id, serviceType?.parts ?? []);
}

function asked(locationId: LocationId, parts: readonly { readonly partId: PartId }[]): readonly NeededParts[] {
  return parts.length === 0 ? [] : [{ locationId, partIds: parts.map((part) => part.partId) }];
}
