import type { Capability, Resource } from '../../domain/resources/resource.ts';
import type { DatedHours, WeeklyHours } from '../../domain/time/weekly-hours.ts';
import { defineFace } from './face.ts';
import { fromJson, fromListText, toFlag } from './json-text.ts';

/** One table for everything schedulable; what only one kind has is in `detail`. */
export interface ResourceTable {
  readonly id: Resource['id'];
  readonly organization_id: Resource['organizationId'];
  readonly location_id: Resource['locationId'];
  readonly kind: Resource['kind'];
  readonly name: string;
  readonly capacity: number;
  readonly position: number;
  readonly active: number;
  readonly hours: string;
  readonly overrides: string;
  readonly detail: string;
  readonly revision: number;
}

type Shared = Pick<
  Resource,
  'id' | 'organizationId' | 'locationId' | 'name' | 'capacity' | 'position' | 'active' | 'hours' | 'overrides'
>;

/** What rows written before the whole domain lack or hold in another form. */
interface Older {
  readonly capabilities?: readonly (string | Capability)[];
}

function completed(row: Shared & Older & { readonly kind: Resource['kind'] }): Resource {
  const capabilities = row.capabilities?.map((one) =>
    typeof one === 'string' ? { capability: one, level: 1, expiresOn: null } : one,
  );
  const whole = { breaks: [], customData: {}, externalIds: [], ...row };
  return (capabilities === undefined ? whole : { ...whole, capabilities }) as Resource;
}

const OWN_COLUMN = new Set<string>([
  'id',
  'organizationId',
  'locationId',
  'kind',
  'name',
  'capacity',
  'position',
  'active',
  'hours',
  'overrides',
] satisfies (keyof Shared | 'kind')[]);

function detailText(resource: Resource): string {
  const detail = Object.entries(resource).filter(([field]) => !OWN_COLUMN.has(field));
  return JSON.stringify(Object.fromEntries(detail));
}

function sharedOf(row: ResourceTable): Shared {
  return {
    id: row.id,
    organizationId: row.organization_id,
    locationId: row.location_id,
    name: row.name,
    capacity: row.capacity,
    position: row.position,
    active: row.active === 1,
    hours: fromJson(row.hours) as WeeklyHours,
    overrides: fromListText(row.overrides) as readonly DatedHours[],
  };
}

export const resourceFace = defineFace<'resource', ResourceTable>({
  table: 'resources',
  columns: [
    'id',
    'organization_id',
    'location_id',
    'kind',
    'name',
    'capacity',
    'position',
    'active',
    'hours',
    'overrides',
    'detail',
  ],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    location_id: one.locationId,
    kind: one.kind,
    name: one.name,
    capacity: one.capacity,
    position: one.position,
    active: toFlag(one.active),
    hours: JSON.stringify(one.hours),
    overrides: JSON.stringify(one.overrides),
    detail: detailText(one),
  }),
  fromRow: (row) => completed({ ...sharedOf(row), kind: row.kind, ...(fromJson(row.detail) as object) }),
});
