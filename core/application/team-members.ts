import { accept, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { update, type Op } from '../domain/ops/op.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { Resource, ResourceId, Team, Technician } from '../domain/resources/resource.ts';
import type { Reader } from './ports/store.ts';
import { foundAll, invalid } from './refusals.ts';
import { checkCapacity } from './resource-capacity.ts';
import type { Scene } from './use-case.ts';

/** What a team may be made of: technicians of its location, each in no other team and named once, one of them active. */
export async function checkMembers(
  read: Reader,
  team: { readonly id: ResourceId; readonly locationId: LocationId; readonly members: readonly ResourceId[] },
): Promise<Outcome<readonly Resource[], Refusal>> {
  const rows = await foundAll(read, 'resource', team.members, (index) => `members.${index}`);
  if (!rows.ok) return rows;
  const all = await read.all('resource');
  for (const [index, row] of rows.value.entries()) {
    const wrong = (reason: string): Outcome<never, Refusal> => invalid(`members.${index}`, reason);
    if (row.kind !== 'technician') return wrong('must be a technician');
    if (row.locationId !== team.locationId) return wrong('must belong to the location');
    if (team.members.indexOf(row.id) !== index) return wrong('must not be named twice');
    const other = teamOf(all, row.id, team.id);
    if (other !== undefined) return wrong(`must not be in another team, and is in ${other.name}`);
  }
  const active = rows.value.filter((row) => row.active);
  return active.length === 0 ? invalid('members', 'must name somebody who is active') : accept(active);
}

function teamOf(all: readonly Resource[], member: ResourceId, except: ResourceId | null): Team | undefined {
  return all.find((one): one is Team => one.kind === 'team' && one.id !== except && one.members.includes(member));
}

/**
 * A team has as many units as active members, so it changes together with the technician. Members stay at the team's
 * location.
 */
export async function teamInStep(
  read: Reader,
  scene: Scene,
  before: Technician,
  after: Technician,
): Promise<Outcome<readonly (Op | null)[], Refusal>> {
  if (before.active === after.active && before.locationId === after.locationId) return accept([]);
  const all = await read.all('resource');
  const team = teamOf(all, before.id, null);
  if (team === undefined) return accept([]);
  if (before.locationId !== after.locationId)
    return invalid('locationId', `must stay the location of the team ${team.name}`);
  const rows = all.map((one) => (one.id === after.id ? after : one));
  const members = rows.filter((one) => one.active && team.members.includes(one.id));
  if (members.length === 0) return invalid('active', `must stay true for the last one of the team ${team.name}`);
  const changed: Team = { ...team, capacity: members.length };
  const fits = await checkCapacity(read, scene, team, changed, members);
  return fits.ok ? accept([update('resource', team, changed)]) : fits;
}
