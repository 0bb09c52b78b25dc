import type { Absence } from '../../domain/resources/resource.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { defineFace } from './face.ts';

export interface AbsenceTable {
  readonly id: Absence['id'];
  readonly organization_id: Absence['organizationId'];
  readonly resource_id: Absence['resourceId'];
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly reason: string;
  readonly revision: number;
}

export const absenceFace = defineFace<'absence', AbsenceTable>({
  table: 'absences',
  columns: ['id', 'organization_id', 'resource_id', 'starts_at', 'ends_at', 'reason'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    resource_id: one.resourceId,
    starts_at: one.range.from,
    ends_at: one.range.to,
    reason: one.reason,
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    resourceId: row.resource_id,
    range: { from: row.starts_at, to: row.ends_at },
    reason: row.reason,
  }),
});
