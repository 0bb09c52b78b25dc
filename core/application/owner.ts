import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { OrganizationId } from '../domain/organization/organization.ts';
import type { Reader } from './ports/store.ts';

/** The organization of whoever acts; refused until one is set up. */
export async function ownerId(read: Reader): Promise<Outcome<OrganizationId, Refusal>> {
  const [organization] = await read.all('organization');
  if (organization !== undefined) return accept(organization.id);
  return refuse({ kind: 'not-found', entity: 'organization', id: '', field: 'organizationId' });
}
