import { DEFAULT_POLICY, type BookingPolicy, type Organization } from '../../domain/organization/organization.ts';
import { DEFAULT_PLANNING } from '../../domain/organization/planning-terms.ts';
import { defineFace } from './face.ts';
import { fromJson, fromListText } from './json-text.ts';

export interface OrganizationTable {
  readonly id: Organization['id'];
  readonly organization_id: Organization['id'];
  readonly name: string;
  readonly currency: string;
  readonly skills: string;
  readonly capabilities: string;
  readonly policy: string;
  readonly revision: number;
}

export const organizationFace = defineFace<'organization', OrganizationTable>({
  table: 'organizations',
  columns: ['id', 'name', 'currency', 'skills', 'capabilities', 'policy'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.id,
    name: one.name,
    currency: one.currency,
    skills: JSON.stringify(one.skills),
    capabilities: JSON.stringify(one.capabilities),
    policy: JSON.stringify(one.policy),
  }),
  fromRow: (row) => ({
    id: row.id,
    name: row.name,
    currency: row.currency,
    skills: fromListText(row.skills) as readonly string[],
    capabilities: fromListText(row.capabilities) as readonly string[],
    policy: policyOf(fromJson(row.policy) as Partial<BookingPolicy>),
  }),
});

/** What an older version wrote has not every field. */
function policyOf(written: Partial<BookingPolicy>): BookingPolicy {
  return { ...DEFAULT_POLICY, ...written, planning: { ...DEFAULT_PLANNING, ...written.planning } };
}
