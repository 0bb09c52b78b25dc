import type { ClosedStretch } from '../../../domain/board/placement-context.ts';
import type { Location } from '../../../domain/organization/location.ts';
import type { InstantRange } from '../../../domain/time/instant.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { startOfDay } from '../../../domain/time/local-time.ts';
import type { Zones } from '../../../domain/time/zones.ts';

/** The location's closures that touch the range, sorted. */
export function closuresIn(zones: Zones, location: Location, within: InstantRange): readonly ClosedStretch[] {
  return location.closures
    .map((closure): ClosedStretch => {
      const from = startOfDay(zones, location.zone, closure.from);
      const to = startOfDay(zones, location.zone, addDays(closure.to, 1));
      return { from, to, why: 'closure', name: closure.name };
    })
    .filter((closure) => closure.from < within.to && within.from < closure.to)
    .toSorted((a, b) => a.from - b.from);
}
