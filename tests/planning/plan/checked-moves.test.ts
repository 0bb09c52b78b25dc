import { describe, expect, it } from 'vitest';
import { playChecked } from './checked-moves.ts';

// 20,000 moves here; a million in checked-moves.long.test.ts.
describe('moves of the search', () => {
  it.each(Array.from({ length: 10 }, (_, part) => part))(
    'change starts, limits, loads and cost as working it all out anew does, part %i',
    (part) => {
      let moves = 0;
      for (let seed = 4 * part; seed < 4 * part + 4; seed += 1) moves += playChecked(seed, 500);
      expect(moves).toBeGreaterThan(1000);
    },
  );
});
