import type { Unit } from '../../domain/work/customer.ts';
import { defineFace } from './face.ts';

export interface UnitTable {
  readonly id: Unit['id'];
  readonly organization_id: Unit['organizationId'];
  readonly customer_id: Unit['customerId'];
  readonly name: string;
  readonly plate: string;
  readonly details: string;
  readonly revision: number;
}

export const unitFace = defineFace<'unit', UnitTable>({
  table: 'units',
  columns: ['id', 'organization_id', 'customer_id', 'name', 'plate', 'details'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    customer_id: one.customerId,
    name: one.name,
    plate: one.plate,
    details: one.details,
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    customerId: row.customer_id,
    name: row.name,
    plate: row.plate,
    details: row.details,
  }),
});
