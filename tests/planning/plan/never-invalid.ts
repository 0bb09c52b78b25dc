import { expect } from 'vitest';
import type { PlanPlacement } from '../../../core/planning/plan/model.ts';
import { randomFrom } from '../../../core/planning/plan/random.ts';
import { search } from '../../../core/planning/plan/search.ts';
import type { SearchResult } from '../../../core/planning/plan/search-result.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { evaluate } from '../../fixtures/planning/score.mjs';
import { assignmentOf, randomInstance } from './random-instances.ts';

/**
 * Plans a random instance, is called off at a random moment, begins again from what it had, and asks the referee about both
 * plans: no rule broken, the cost as claimed, and nothing told on the way was worse than before.
 */
export function expectNeverInvalid(seed: number): void {
  const instance = randomInstance(seed);
  const model = modelOfInstance(instance);
  const random = randomFrom(seed + 77);
  const told: number[] = [];
  const run = (warm: readonly PlanPlacement[]): SearchResult => {
    const calledOff = random.below(200);
    return search(model, {
      seed,
      warm,
      used: (rounds) => (rounds >= calledOff ? 1 : rounds / 200),
      onBetter: ({ cost }) => told.push(cost),
    });
  };
  const first = search(model, { seed, used: (rounds) => rounds / (1 + random.below(100)) });
  const results = [first, run([]), run(first.placements)];
  for (const { placements, cost } of results) {
    const verdict = evaluate(instance, { assignments: placements.map((one) => assignmentOf(model, one)) });
    expect(verdict.violations, `seed ${seed}`).toEqual([]);
    expect(cost, `seed ${seed}`).toBe(verdict.score);
  }
  expect(results[2]?.cost ?? 0, `seed ${seed}, from the plan before`).toBeLessThanOrEqual(first.cost);
}
