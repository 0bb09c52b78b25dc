import { describe, it } from 'vitest';
import { expectJudgedWell } from './judged.ts';

describe('plans with crews, order, overtime, promises, reserve, pools and quotas, 1,000 models', () => {
  it.each(Array.from({ length: 40 }, (_, part) => part))(
    'keep all rules and cost what they say, part %i of 40',
    (part) => {
      for (let seed = 1000 + 25 * part; seed < 1000 + 25 * part + 25; seed += 1) expectJudgedWell(seed);
    },
    600_000,
  );
});
