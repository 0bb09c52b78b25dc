import type { Closure, Coordinates, Location, TravelModel } from '../../domain/organization/location.ts';
import { NO_LOCATION_POLICY, type LocationPolicy } from '../../domain/organization/location-policy.ts';
import { DEFAULT_PLANNING } from '../../domain/organization/planning-terms.ts';
import type { WeeklyHours } from '../../domain/time/weekly-hours.ts';
import { fromExternalIdsText, toExternalIdsText } from './external-ids-text.ts';
import { defineFace } from './face.ts';
import { fromJson, fromListText, fromNullableJson, toNullableJson } from './json-text.ts';

export interface LocationTable {
  readonly id: Location['id'];
  readonly organization_id: Location['organizationId'];
  readonly name: string;
  readonly zone: Location['zone'];
  readonly address: string;
  readonly phone: string;
  readonly coordinates: string;
  readonly hours: string;
  readonly closures: string;
  readonly travel: string;
  /** Null computes. */
  readonly exposes: string | null;
  /** Null does everything as the organization says. */
  readonly policy: string | null;
  readonly external_ids: string;
  readonly revision: number;
}

export const locationFace = defineFace<'location', LocationTable>({
  table: 'locations',
  columns: [
    'id',
    'organization_id',
    'name',
    'zone',
    'address',
    'phone',
    'coordinates',
    'hours',
    'closures',
    'travel',
    'exposes',
    'policy',
    'external_ids',
  ],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    name: one.name,
    zone: one.zone,
    address: one.address,
    phone: one.phone,
    coordinates: JSON.stringify(one.coordinates),
    hours: JSON.stringify(one.hours),
    closures: JSON.stringify(one.closures),
    travel: JSON.stringify(one.travel),
    exposes: one.exposes === 'published' ? 'published' : null,
    policy: toNullablePolicy(one.policy),
    external_ids: toExternalIdsText(one.externalIds),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    zone: row.zone,
    address: row.address,
    phone: row.phone,
    coordinates: fromJson(row.coordinates) as Coordinates,
    hours: fromJson(row.hours) as WeeklyHours,
    closures: fromListText(row.closures) as readonly Closure[],
    travel: fromJson(row.travel) as TravelModel,
    exposes: row.exposes === 'published' ? 'published' : 'computed',
    policy: policyOf(fromNullableJson(row.policy) as Partial<LocationPolicy> | null),
    externalIds: fromExternalIdsText(row.external_ids),
  }),
});

/** Rows that were written into the log by an older version have none. */
function toNullablePolicy(policy: LocationPolicy | undefined): string | null {
  const own = policy === undefined ? [] : Object.values(policy);
  return own.every((value) => value === null) ? null : toNullableJson(policy ?? null);
}

/** What an older version wrote has not every field. */
function policyOf(written: Partial<LocationPolicy> | null): LocationPolicy {
  const planning = written?.planning ?? null;
  return {
    ...NO_LOCATION_POLICY,
    ...written,
    planning: planning === null ? null : { ...DEFAULT_PLANNING, ...planning },
  };
}
