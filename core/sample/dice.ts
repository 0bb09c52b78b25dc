import { asId, uuidv7, type Id } from '../kernel/id.ts';
import type { Instant } from '../domain/time/instant.ts';

/** A seeded source of chance: the same seed gives the same organization. */
export interface Dice {
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** A whole number in [least, most]. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
  id<Name extends string>(at: Instant): Id<Name>;
}

/** mulberry32 over an FNV-1a hash of the seed. Not for secrets. */
export function diceFrom(seed: string): Dice {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    chance: (share) => next() < share,
    id: <Name extends string>(at: Instant) =>
      asId<Name>(
        uuidv7(
          at,
          Uint8Array.from({ length: 10 }, () => below(256)),
        ),
      ),
  };
}
