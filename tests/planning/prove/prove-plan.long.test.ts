import { describe, it } from 'vitest';
import { expectProven } from './proof-cases.ts';

describe('the proof of a day of 20 jobs in bays', () => {
  it.each([1, 2, 3, 4, 5])(
    'is the optimum that two other solvers proved, small instance %i',
    async (seed) => {
      await expectProven('small', seed);
    },
    600_000,
  );
});
