import { describe, it } from 'vitest';
import { expectNeverInvalid } from './never-invalid.ts';

// 100 instances here; 1,000 in never-invalid.long.test.ts.
describe('a plan called off at any moment', () => {
  it.each(Array.from({ length: 10 }, (_, tens) => tens))(
    'is valid and costs what it says, ten instances, %i',
    (tens) => {
      for (let seed = 10 * tens; seed < 10 * tens + 10; seed += 1) expectNeverInvalid(seed);
    },
  );
});
