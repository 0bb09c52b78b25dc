/** A stretch of time that wants one unit of a resource to itself. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Gives each stretch the lowest unit that is free all through it, going by start. Taken in that order, `capacity` units
 * are enough whenever no instant is claimed more often than that (interval graph colouring). Answers the units in the
 * order of the stretches, or the first stretch for which none is left.
 */
export function colour<S extends Stretch>(
  stretches: readonly S[],
  capacity: number,
): { readonly units: ReadonlyMap<S, number> } | { readonly none: S } {
  const freeFrom: number[] = Array.from({ length: capacity }, () => -Infinity);
  const units = new Map<S, number>();
  for (const stretch of stretches.toSorted((one, other) => one.from - other.from)) {
    const unit = freeFrom.findIndex((free) => free <= stretch.from);
    if (unit === -1) return { none: stretch };
    freeFrom[unit] = stretch.to;
    units.set(stretch, unit);
  }
  return { units };
}
