import type { Coordinates } from '../../domain/organization/location.ts';
import type { Contact, Customer } from '../../domain/work/customer.ts';
import { fromExternalIdsText, toExternalIdsText } from './external-ids-text.ts';
import { defineFace } from './face.ts';
import { fromListText, fromNullableJson, toNullableJson } from './json-text.ts';

export interface CustomerTable {
  readonly id: Customer['id'];
  readonly organization_id: Customer['organizationId'];
  readonly name: string;
  readonly tier: Customer['tier'];
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly coordinates: string | null;
  readonly contacts: string;
  readonly notes: string;
  readonly external_ids: string;
  readonly revision: number;
}

export const customerFace = defineFace<'customer', CustomerTable>({
  table: 'customers',
  columns: [
    'id',
    'organization_id',
    'name',
    'tier',
    'phone',
    'email',
    'address',
    'coordinates',
    'contacts',
    'notes',
    'external_ids',
  ],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    name: one.name,
    tier: one.tier,
    phone: one.phone,
    email: one.email,
    address: one.address,
    coordinates: toNullableJson(one.coordinates),
    contacts: JSON.stringify(one.contacts),
    notes: one.notes,
    external_ids: toExternalIdsText(one.externalIds),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    tier: row.tier,
    phone: row.phone,
    email: row.email,
    address: row.address,
    coordinates: fromNullableJson(row.coordinates) as Coordinates | null,
    contacts: fromListText(row.contacts) as readonly Contact[],
    notes: row.notes,
    externalIds: fromExternalIdsText(row.external_ids),
  }),
});
