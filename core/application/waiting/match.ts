import { busyIndexOf } from '../../domain/board/busy-index.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import { addMinutes, range } from '../../domain/time/instant.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { bestMatch, type Match, type Opening, type WishWithNeeds } from '../../planning/waitlist/best-match.ts';
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
  const longest = Math.max(...wishes.map(({ needs }) => needs.before + needs.duration + needs.after));
  const parts = wishes.flatMap(({ needs }) => needs.parts);
  const facts = await loadFactsFor(read, scene, {
    location: opening.location,
    organization: await theOrganization(read),
    resources: await partners(read, opening),
    partIds: [...new Set(parts.map((need) => need.partId))],
    range: range(addMinutes(opening.range.from, -longest), addMinutes(opening.range.to, longest)),
  });
  return bestMatch(busyIndexOf(facts), opening, wishes);
}

/** The one that has become free, with everybody of the other kind. */
async function partners(
  read: Reader,
  { resourceId, location }: Opening & { readonly location: Location },
): Promise<readonly Resource[]> {
  const here = (await read.all('resource')).filter((one) => one.active && one.locationId === location.id);
  const free = here.find((one) => one.id === resourceId);
  return here.filter(
    (one) => one.id === resourceId || (one.kind !== free?.kind && (one.kind === 'bay' || one.kind === 'technician')),
  );
}
