import type { Coordinates } from '../../../domain/organization/location.ts';
import { minutes, type InstantRange, type Instant, type Minutes } from '../../../domain/time/instant.ts';

/** A stop of one technician: when and where. */
export interface Stop {
  readonly start: Instant;
  readonly at: Coordinates;
  /** Nobody has promised to go there yet: it is driven to, but nothing is driven from it. */
  readonly tentative: boolean;
}

export interface Leg {
  /** Drive to the stop from the place before it, or from home. */
  readonly before: Minutes;
  /** Drive home after it, when it is the last of its day. */
  readonly after: Minutes;
}

const NONE = minutes(0);

/**
 * The drives of one technician, stop by stop. `stops` are sorted by start; `days` are sorted and disjoint stretches each
 * of which begins and ends at `home`: a shift, or a local day. Stops outside every stretch get no drive.
 */
export function legsOf(
  stops: readonly Stop[],
  days: readonly InstantRange[],
  home: Coordinates,
  drive: (from: Coordinates, to: Coordinates) => Minutes,
): readonly Leg[] {
  const legs: { before: Minutes; after: Minutes }[] = [];
  let day = 0;
  let place = home;
  let last: { before: Minutes; after: Minutes } | undefined;
  const goHome = (): void => {
    if (last !== undefined) last.after = drive(place, home);
    place = home;
    last = undefined;
  };
  for (const stop of stops) {
    while (day < days.length && (days[day]?.to ?? 0) <= stop.start) {
      goHome();
      day += 1;
    }
    const leg = { before: NONE, after: NONE };
    legs.push(leg);
    const stretch = days[day];
    if (stretch === undefined || stop.start < stretch.from) continue;
    leg.before = drive(place, stop.at);
    if (stop.tentative) continue;
    place = stop.at;
    last = leg;
  }
  goHome();
  return legs;
}
