import { describe, it } from 'vitest';
import { playChecked } from './checked-moves.ts';

describe('a million moves of the search', () => {
  it.each(Array.from({ length: 50 }, (_, part) => part))(
    'change starts, limits, loads and cost as working it all out anew does, part %i of 50',
    (part) => {
      let moves = 0;
      for (let seed = 100 + 40 * part; moves < 20_000; seed += 1) moves += playChecked(seed, 2000);
    },
    600_000,
  );
});
