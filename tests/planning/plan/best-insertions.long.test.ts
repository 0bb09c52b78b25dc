import { describe, it } from 'vitest';
import { expectSameInsertions } from './insertion-cases.ts';

const FAMILIES = ['field', 'bay', 'mixed'] as const;
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, place) => from + place);

describe.each(FAMILIES)('best insertions, %s, 400 cases', (family) => {
  it.each(range(6, 15))('are those of the brute force on tiny instance %i', (seed) => {
    expectSameInsertions({ family, size: 'tiny', seed, jobs: 6 });
  });

  it.each(range(5, 14))('are those of the brute force on small instance %i', (seed) => {
    expectSameInsertions({ family, size: 'small', seed, jobs: 5 });
  });

  it.each(range(2, 8))(
    'are those of the brute force on a day of 150 jobs, seed %i',
    (seed) => {
      expectSameInsertions({ family, size: 'day150', seed, jobs: 3 });
    },
    300_000,
  );
});

describe('best insertions, a week of 1,000 jobs', () => {
  // With bays the brute force takes half an hour for one job.
  it('are those of the brute force', () => {
    expectSameInsertions({ family: 'field', size: 'week1000', seed: 1, jobs: 2 });
  }, 1_200_000);
});
