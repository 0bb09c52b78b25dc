import { accept, type Outcome } from '../kernel/outcome.ts';
import type { FieldProblem, Refusal } from '../contract/refusal.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { Resource, ResourceKind } from '../domain/resources/resource.ts';
import { LATEST, MINUTE, type Instant } from '../domain/time/instant.ts';
import type { Claim, ClaimRole } from '../domain/work/appointment.ts';
import type { Reader } from './ports/store.ts';
import { foundAll, invalid, invalidAll } from './refusals.ts';

/** Claims whose resources exist and can be claimed so, with the rows. */
export interface CheckedClaims {
  readonly claims: readonly Claim[];
  readonly resources: readonly Resource[];
}

/** Every claim names an active resource of the location, in a role of its kind. Without a lead, the first technician leads. */
export async function checkClaims(
  read: Reader,
  claims: readonly Claim[],
  locationId: LocationId,
): Promise<Outcome<CheckedClaims, Refusal>> {
  const ids = claims.map((claim) => claim.resourceId);
  const resources = await foundAll(read, 'resource', ids, (index) => `claims.${index}.resourceId`);
  if (!resources.ok) return resources;
  const problems = resources.value.flatMap((resource, index) => problemsOf(claims, index, resource, locationId));
  if (problems.length > 0) return invalidAll(problems);
  return accept({ claims: withLead(claims), resources: resources.value });
}

function problemsOf(
  claims: readonly Claim[],
  index: number,
  resource: Resource,
  locationId: LocationId,
): readonly FieldProblem[] {
  const claim = claims[index];
  if (claim === undefined) return [];
  const earlier = claims.slice(0, index);
  const problem = (field: keyof Claim, reason: string): FieldProblem[] => [
    { field: `claims.${index}.${field}`, reason },
  ];
  if (!resource.active) return problem('resourceId', 'must be active');
  if (resource.locationId !== locationId) return problem('resourceId', 'must belong to the location');
  if (earlier.some((other) => other.resourceId === claim.resourceId))
    return problem('resourceId', 'must not be named twice');
  const roles = ROLES[resource.kind];
  if (!roles.includes(claim.role)) return problem('role', `must be ${roles.join(' or ')} for ${NAMES[resource.kind]}`);
  if (claim.role === 'lead' && earlier.some((other) => other.role === 'lead'))
    return problem('role', 'must not be a second lead');
  if (claim.units > resource.capacity) return problem('units', `must be at most ${resource.capacity}`);
  return [];
}

const ROLES: Readonly<Record<ResourceKind, readonly ClaimRole[]>> = {
  technician: ['lead', 'assistant'],
  bay: ['bay'],
  equipment: ['equipment'],
  room: ['room'],
  team: ['team'],
  custom: ['custom'],
};

const NAMES: Readonly<Record<ResourceKind, string>> = {
  technician: 'a technician',
  bay: 'a bay',
  equipment: 'equipment',
  room: 'a room',
  team: 'a team',
  custom: 'a custom resource',
};

function withLead(claims: readonly Claim[]): readonly Claim[] {
  if (claims.some((claim) => claim.role === 'lead')) return claims;
  const first = claims.findIndex((claim) => claim.role === 'assistant');
  return claims.map((claim, index) => (index === first ? { ...claim, role: 'lead' } : claim));
}

const LONGEST = 14 * 24 * 60;

/** An appointment ends within the accepted years and lasts at most 14 days. */
export function checkTimes(start: Instant, end: Instant): Outcome<null, Refusal> {
  if (end > LATEST) return invalid('end', 'must not be after 2100');
  if (end <= start) return invalid('end', 'must be after the start');
  if (end - start > LONGEST * MINUTE) return invalid('end', 'must be at most 14 days after the start');
  return accept(null);
}
