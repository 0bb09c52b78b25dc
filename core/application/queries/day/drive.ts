import { kilometresBetween, samePlace, travelMinutes, type TravelTime } from '../../../domain/board/travel.ts';
import type { Coordinates, Location } from '../../../domain/organization/location.ts';

/** Minutes of one drive as the location reckons them. */
export function driveOf(location: Location): TravelTime {
  return (from, to) => travelMinutes(location.travel, from, to);
}

/** Kilometres of one drive by road, to one decimal. */
export function roadKilometres(location: Location, from: Coordinates, to: Coordinates): number {
  if (samePlace(from, to)) return 0;
  return Math.round(kilometresBetween(from, to) * location.travel.detourFactor * 10) / 10;
}
