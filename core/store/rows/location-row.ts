import type { Closure, Coordinates, Location, TravelModel } from '../../domain/organization/location.ts';
import type { WeeklyHours } from '../../domain/time/weekly-hours.ts';
import { defineFace } from './face.ts';
import { fromJson, fromListText } from './json-text.ts';

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
  }),
});
