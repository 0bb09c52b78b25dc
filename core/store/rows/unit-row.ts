import type { Unit } from '../../domain/work/customer.ts';
import type { ExternalId } from '../../domain/organization/external-id.ts';
import { defineFace } from './face.ts';
import { fromListText } from './json-text.ts';

export interface UnitTable {
  readonly id: Unit['id'];
  readonly organization_id: Unit['organizationId'];
  readonly customer_id: Unit['customerId'];
  readonly name: string;
  readonly plate: string;
  readonly details: string;
  readonly external_ids: string;
  readonly revision: number;
}

export const unitFace = defineFace<'unit', UnitTable>({
  table: 'units',
  columns: ['id', 'organization_id', 'customer_id', 'name', 'plate', 'details', 'external_ids'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    customer_id: one.customerId,
    name: one.name,
    plate: one.plate,
    details: one.details,
    external_ids: JSON.stringify(one.externalIds),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    customerId: row.customer_id,
    name: row.name,
    plate: row.plate,
    details: row.details,
    externalIds: fromListText(row.external_ids) as readonly ExternalId[],
  }),
});
