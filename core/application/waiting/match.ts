import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Resource, ResourceId } from '../../domain/resources/resource.ts';
import { addMinutes, range } from '../../domain/time/instant.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { bestMatch, type Match, type WishWithNeeds } from '../../planning/waitlist/best-match.ts';
import { freedBy, type Opening } from '../../planning/waitlist/opening.ts';
import { loadFactsFor, theOrganization } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { loadWish } from './wishes.ts';

/** The entry that gets the opening, and where; null when it suits nobody. Looks at the days around the opening alone. */
export async function findMatch(
  read: Reader,
  scene: Scene,
  opening: Opening & { readonly location: Location },
  entries: readonly WaitlistEntry[],
): Promise<Match | null> {
  const wishes: WishWithNeeds[] = [];
  for (const entry of entries) {
    const wish = await loadWish(read, scene, entry);
    if (wish !== null) wishes.push(wish);
  }
  if (wishes.length === 0) return null;
  const { location } = opening;
  const here = (await read.all('resource')).filter((one) => one.active && one.locationId === location.id);
  const whole: Opening = { ...opening, also: freedWith(here, opening.resourceId) };
  const canBeHad = here.some((one) => (one.kind === 'technician' || one.kind === 'bay') && freedBy(whole).has(one.id));
  if (!canBeHad && wishes.every((wish) => wish.kept === null)) return null;
  const longest = Math.max(...wishes.map(({ needs }) => needs.before + needs.duration + needs.after));
  const parts = wishes.flatMap(({ needs }) => needs.parts);
  const facts = await loadFactsFor(read, scene, {
    location,
    organization: await theOrganization(read),
    resources: wantedAround(here, whole, wishes),
    partIds: [...new Set(parts.map((need) => need.partId))],
    range: range(addMinutes(opening.range.from, -longest), addMinutes(opening.range.to, longest)),
  });
  return bestMatch({ freed: onlyFreed(facts, whole), whole: busyIndexOf(facts) }, whole, wishes);
}

/** Of a team each member can be had, and of a member's team one more. */
function freedWith(here: readonly Resource[], resourceId: ResourceId): readonly ResourceId[] {
  return here.flatMap((one) => {
    if (one.kind !== 'team') return [];
    if (one.id === resourceId) return one.members;
    return one.members.includes(resourceId) ? [one.id] : [];
  });
}

/** What has become free, with everybody of the other kind; and all that somebody takes along or could be asked for it. */
function wantedAround(
  here: readonly Resource[],
  opening: Opening,
  wishes: readonly WishWithNeeds[],
): readonly Resource[] {
  const freed = freedBy(opening);
  const kept = wishes.flatMap((wish) => wish.kept ?? []);
  const named = new Set(kept.flatMap(({ claims }) => claims.map((claim) => claim.resourceId)));
  const takesBay = here.every((one) => one.kind !== 'bay' || !freed.has(one.id));
  const takesTechnician = here.every((one) => one.kind !== 'technician' || !freed.has(one.id));
  const technicians = takesTechnician || kept.some(({ lead }) => lead !== null);
  const bays = takesBay || kept.some(({ bay }) => bay !== null);
  return here.filter(
    (one) =>
      freed.has(one.id) ||
      named.has(one.id) ||
      (one.kind === 'technician' && technicians) ||
      (one.kind === 'bay' && bays),
  );
}

/** The same facts with no technician but those who have become free, or no bay but that one. */
function onlyFreed(facts: PlacementContext, opening: Opening): BusyIndex {
  const freed = freedBy(opening);
  const technicians = facts.technicians.filter((one) => freed.has(one.id));
  const bays = facts.bays.filter((one) => freed.has(one.id));
  return busyIndexOf({
    ...facts,
    technicians: technicians.length > 0 || bays.length === 0 ? technicians : facts.technicians,
    bays: bays.length > 0 ? bays : facts.bays,
  });
}
