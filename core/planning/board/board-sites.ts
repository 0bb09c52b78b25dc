import { samePlace, type TravelTime } from '../../domain/board/travel.ts';
import type { Coordinates } from '../../domain/organization/location.ts';

/** Distinct places, numbered in the order in which they were first asked for. */
export interface BoardSites {
  numberOf(place: Coordinates): number;
  readonly places: readonly Coordinates[];
}

export function boardSites(): BoardSites {
  const places: Coordinates[] = [];
  const numbers = new Map<string, number>();
  return {
    places,
    numberOf(place) {
      const key = `${place.latitude} ${place.longitude}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, places.length);
      places.push(place);
      return places.length - 1;
    },
  };
}

/** Minutes from place a to place b at a * places + b. */
export function travelMatrix(places: readonly Coordinates[], travel: TravelTime): Int32Array {
  const matrix = new Int32Array(places.length ** 2);
  for (const [a, from] of places.entries())
    for (const [b, to] of places.entries()) matrix[a * places.length + b] = samePlace(from, to) ? 0 : travel(from, to);
  return matrix;
}
