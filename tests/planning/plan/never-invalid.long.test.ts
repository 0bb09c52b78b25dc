import { describe, it } from 'vitest';
import { expectNeverInvalid } from './never-invalid.ts';

describe('a plan called off at any moment, 1,000 random instances', () => {
  it.each(Array.from({ length: 40 }, (_, part) => part))(
    'is valid and costs what it says, part %i of 40',
    (part) => {
      for (let seed = 1000 + 25 * part; seed < 1000 + 25 * part + 25; seed += 1) expectNeverInvalid(seed);
    },
    300_000,
  );
});
