import type { CommandArgs } from '../../core/contract/client.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { ClaimRole } from '../../core/domain/work/appointment.ts';
import { hours, roomArgs, type World } from './world.ts';

type Args<K extends string> = Extract<CommandArgs<'updateResource'>, { readonly kind: K }>;

function whole(world: Pick<World, 'locationId'>, id: ResourceId, name: string) {
  return { id, locationId: world.locationId, name, position: 1, active: true, hours: hours(7, 18) };
}

export function equipmentArgs(
  world: Pick<World, 'locationId'>,
  id: ResourceId,
  more: Partial<Args<'equipment'>> = {},
): Args<'equipment'> {
  return { ...whole(world, id, 'Crane'), kind: 'equipment', ...more };
}

export function teamArgs(
  world: Pick<World, 'locationId'>,
  id: ResourceId,
  members: readonly ResourceId[],
  more: Partial<Args<'team'>> = {},
): Args<'team'> {
  return { ...whole(world, id, 'Crew'), kind: 'team', members: [...members], ...more };
}

export function customArgs(
  world: Pick<World, 'locationId'>,
  id: ResourceId,
  more: Partial<Args<'custom'>> = {},
): Args<'custom'> {
  return { ...whole(world, id, 'Courtesy car'), kind: 'custom', type: 'Courtesy car', capacity: 3, ...more };
}

export { roomArgs };

export function claim(resourceId: ResourceId, role: ClaimRole, units = 1) {
  return { resourceId, role, units };
}
