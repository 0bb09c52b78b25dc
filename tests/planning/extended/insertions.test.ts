import { describe, expect, it } from 'vitest';
import { bestInsertions } from '../../../core/planning/plan/best-insertions.ts';
import type { PlanModel, PlanPlacement } from '../../../core/planning/plan/model.ts';
import { search } from '../../../core/planning/plan/search.ts';
import { randomModel } from './random-model.ts';
import { judge } from './referee.ts';

describe('best insertions beside order, quotas and pools', () => {
  it.each([6, 12, 18, 36, 42, 48])('are those of the brute force of the extended referee, model %i', (seed) => {
    const model = randomModel(seed);
    const { placements } = search(model, { seed, used: (rounds) => rounds / 32 });
    let asked = 0;
    for (let job = seed % 3; job < model.jobs.count && asked < 4; job += 3) {
      if (inCrew(model, job) || model.fixed.some((one) => one.job === job)) continue;
      asked += 1;
      const others = placements.filter((one) => one.job !== job);
      const truth = bruteForce(model, others, job);
      const found = bestInsertions(model, placements, job, 1);
      expect({ job, feasible: found.feasible }).toEqual({ job, feasible: truth.length });
      const least = truth.length === 0 ? [] : [Math.min(...truth)];
      expect({ job, least: found.cheapest.map(({ cost }) => cost) }).toEqual({ job, least });
    }
    expect(asked).toBeGreaterThan(0);
  });
});

function inCrew({ jobs }: PlanModel, job: number): boolean {
  return (jobs.crewOf[job] ?? -1) >= 0 || jobs.crewOf.includes(job);
}

/** What each valid placement of the job adds to the cost. */
function bruteForce(model: PlanModel, others: readonly PlanPlacement[], job: number): readonly number[] {
  const costs: number[] = [];
  const without = judge(model, others).cost;
  const { shifts, starts } = model.jobs.choices[job] ?? { shifts: new Int32Array(), starts: [] };
  for (const [row, shift] of shifts.entries())
    for (let at = 0; at < (starts[row]?.length ?? 0); at += 2)
      for (let start = starts[row]?.[at] ?? 0; start <= (starts[row]?.[at + 1] ?? 0); start += model.grid)
        for (const bayDay of model.jobs.bayDays[job] ?? [-1]) {
          const { faults, cost } = judge(model, [...others, { job, shift, bayDay, start }]);
          if (faults.length === 0) costs.push(cost - without);
        }
  return costs;
}
