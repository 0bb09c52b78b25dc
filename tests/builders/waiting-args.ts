import type { CommandArgs } from '../../core/contract/client.ts';
import type { ExposureId } from '../../core/domain/work/exposure.ts';
import type { WaitlistEntryId } from '../../core/domain/work/waitlist-entry.ts';
import { at } from './surroundings.ts';
import type { World } from './world.ts';

/** A check at 09:00 on Anna in the first bay, held by whoever acts. */
export function holdArgs(world: World, more: Partial<CommandArgs<'holdSlot'>> = {}): CommandArgs<'holdSlot'> {
  return {
    requester: null,
    key: 'hold-1',
    locationId: world.locationId,
    workOrderId: null,
    serviceTypeId: world.check,
    start: at(9),
    technicianId: world.anna,
    bayId: world.bay1,
    exposureId: null,
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    ...more,
  };
}

/** A wish for a check at any time. */
export function waitlistArgs(
  world: World,
  id: WaitlistEntryId,
  more: Partial<CommandArgs<'addWaitlistEntry'>> = {},
): CommandArgs<'addWaitlistEntry'> {
  return {
    id,
    locationId: world.locationId,
    customerId: world.customerId,
    workOrderId: null,
    serviceTypeId: world.check,
    duration: null,
    priority: 'normal',
    windows: [],
    preferredTechnicians: [],
    note: '',
    ...more,
  };
}

/** A question for a check at the location within the week. */
export function exposeArgs(
  world: World,
  id: ExposureId,
  more: Partial<CommandArgs<'exposeSlots'>> = {},
): CommandArgs<'exposeSlots'> {
  return {
    id,
    requester: null,
    locationId: world.locationId,
    serviceTypeId: world.check,
    resourceId: null,
    from: null,
    days: 7,
    ...more,
  };
}
