import type { Coordinates, TravelModel } from '../organization/location.ts';
import { minutes, type Minutes } from '../time/instant.ts';

/** Minutes for one drive. Pure; an imported matrix stands in for the formula by being passed in its place. */
export type TravelTime = (from: Coordinates, to: Coordinates) => Minutes;

/** Mean radius of the earth (IUGG). */
const EARTH_KILOMETRES = 6371.0088;
const RADIANS = Math.PI / 180;

/** Great-circle distance by the haversine formula, which keeps its precision for neighbours. */
export function kilometresBetween(from: Coordinates, to: Coordinates): number {
  const northward = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const eastward = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const shrink = Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS);
  const half = northward * northward + shrink * eastward * eastward;
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
}

export function samePlace(a: Coordinates, b: Coordinates): boolean {
  return a === b || (a.latitude === b.latitude && a.longitude === b.longitude);
}

/** ceil(access + great-circle km x detour / speed x 60); 0 at the same place (semantics.md, Time and place). */
export function travelMinutes(model: TravelModel, from: Coordinates, to: Coordinates): Minutes {
  if (samePlace(from, to)) return minutes(0);
  const driving = ((kilometresBetween(from, to) * model.detourFactor) / model.kilometresPerHour) * 60;
  return minutes(Math.ceil(model.accessMinutes + driving));
}
