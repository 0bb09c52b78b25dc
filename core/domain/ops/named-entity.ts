import type { EntityName } from './op.ts';

/** Everything that carries names other systems have for it. */
export const NAMED_ENTITIES = [
  'appointment',
  'workOrder',
  'customer',
  'unit',
  'resource',
  'part',
  'serviceType',
  'location',
] as const satisfies readonly EntityName[];
export type NamedEntity = (typeof NAMED_ENTITIES)[number];

export function isNamedEntity(entity: EntityName): entity is NamedEntity {
  return NAMED_ENTITIES.some((one) => one === entity);
}
