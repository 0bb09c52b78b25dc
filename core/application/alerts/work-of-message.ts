import type { CommandArgs, ParsedArgs } from '../../contract/client.ts';
import { commands } from '../../contract/commands/index.ts';
import type { ReadMessage } from '../../contract/messages/read-message.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { RecommendedService } from '../../domain/policy/recommended-service.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Customer, Unit } from '../../domain/work/customer.ts';
import type { Priority } from '../../domain/work/service-type.ts';

/** What a message turned out to be about. */
export interface MeantWork {
  readonly message: ReadMessage;
  readonly location: Location;
  readonly unit: Unit | null;
  readonly customer: Customer | null;
  readonly service: RecommendedService;
  readonly priority: Priority;
  readonly due: Instant | null;
}

/** Minutes that work gets of which nobody knows the kind. */
const UNKNOWN = 60;

/** The work order of a message, as the command that opens one takes it. */
export function workOrderOf(id: string, meant: MeantWork): ParsedArgs<'openWorkOrder'> {
  const { message, location, unit, customer, service } = meant;
  const { serviceType, kind } = service;
  const outside = serviceType?.capabilities === null && customer !== null && customer.coordinates !== null;
  const args: CommandArgs<'openWorkOrder'> = {
    id,
    locationId: location.id,
    title: message.summary.trim() === '' ? message.messageId : message.summary,
    description: [message.fault.trim(), `${message.name} ${message.messageId}`]
      .filter((one) => one !== '')
      .join('\n\n'),
    customerId: unit?.customerId ?? null,
    unitId: unit?.id ?? null,
    serviceTypeId: serviceType?.id ?? null,
    priority: meant.priority,
    duration: serviceType?.duration ?? kind?.longest ?? UNKNOWN,
    skills: [...(serviceType?.skills ?? [])],
    capabilities: serviceType === null ? [] : serviceType.capabilities === null ? null : [...serviceType.capabilities],
    parts: [...(serviceType?.parts ?? [])],
    windows: [],
    due: meant.due,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: outside ? { address: customer.address || customer.name, coordinates: customer.coordinates } : null,
  };
  return commands.openWorkOrder.args.parse(args);
}
