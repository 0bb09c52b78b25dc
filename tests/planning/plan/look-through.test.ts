import { describe, expect, it } from 'vitest';
import { annealing } from '../../../core/planning/plan/anneal.ts';
import { isSmall } from '../../../core/planning/plan/exact/look-through.ts';
import type { PlanModel } from '../../../core/planning/plan/model.ts';
import { search } from '../../../core/planning/plan/search.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { generate } from '../../fixtures/planning/generate.mjs';
import reference from '../../fixtures/planning/reference.json' with { type: 'json' };
import { randomModel } from '../extended/random-model.ts';
import { judge } from '../extended/referee.ts';
import { randomInstance } from './random-instances.ts';

const known = reference.instances as Readonly<Record<string, { readonly optimum?: number } | undefined>>;
const tiny = (['field', 'bay', 'mixed'] as const).flatMap((family) =>
  [1, 2, 3, 4, 5].map((seed) => generate({ family, size: 'tiny', seed })),
);

/** What annealing alone finds in so many rounds. */
function annealed(model: PlanModel, seed: number, rounds: number): number {
  const steps = annealing(model, { seed, used: (done) => done / rounds });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.cost;
  }
}

/** The same without what several have to agree on. */
function alone(model: PlanModel): PlanModel {
  const { jobs } = model;
  return { ...model, pools: [], jobs: { ...jobs, pools: jobs.pools.map(() => []), crewOf: jobs.crewOf.map(() => -1) } };
}

describe('looking through all plans of little work', () => {
  it.each(tiny)('proves the optimum of $name', (instance) => {
    const found = search(modelOfInstance(instance), { seed: 1, used: (rounds) => rounds / 20_000 });
    expect(found).toMatchObject({ cost: known[instance.name]?.optimum, isBest: true });
    expect(found.rounds).toBeLessThan(20_000);
  });

  it('ends with a plan that keeps all rules, and than which annealing finds none better', () => {
    let proven = 0;
    for (let seed = 0; proven < 8; seed += 1) {
      for (const model of [modelOfInstance(randomInstance(seed)), alone(randomModel(seed))]) {
        if (!isSmall(model)) continue;
        const found = search(model, { seed, used: (rounds) => rounds / 700 });
        const { faults, cost } = judge(model, found.placements);
        expect({ seed, faults, cost }).toEqual({ seed, faults: [], cost: found.cost });
        if (!found.isBest) continue;
        proven += 1;
        for (const other of [1, 2]) expect(annealed(model, other, 600)).toBeGreaterThanOrEqual(found.cost);
      }
    }
  });

  it('goes on from a plan that is not the best, and tells of each better one once', () => {
    const model = modelOfInstance(tiny[4] ?? generate({ family: 'field', size: 'tiny', seed: 5 }));
    const told: number[] = [];
    const { cost, isBest } = search(model, {
      seed: 1,
      used: (rounds) => (rounds < 16 ? 0 : rounds / 20_000),
      onBetter: (better) => told.push(better.cost),
    });
    expect(isBest).toBe(true);
    expect(told).toEqual([...new Set(told)].toSorted((a, b) => b - a));
    expect(told.at(-1)).toBe(cost);
  });

  it('says nothing of the best when its share of the budget is over, and anneals on', () => {
    const instance = generate({ family: 'bay', size: 'tiny', seed: 5 });
    const { isBest, rounds, cost } = search(modelOfInstance(instance), { seed: 1, used: (done) => done / 500 });
    expect(isBest).toBe(false);
    expect(rounds).toBeGreaterThanOrEqual(500);
    expect(cost).toBeGreaterThanOrEqual(known[instance.name]?.optimum ?? Infinity);
  });

  it('is not for more than a dozen jobs, for crews, for what is used together, nor where a detour is a short cut', () => {
    const model = modelOfInstance(generate({ family: 'mixed', size: 'tiny', seed: 1 }));
    const { jobs } = model;
    expect(isSmall(model)).toBe(true);
    expect(isSmall(modelOfInstance(generate({ family: 'mixed', size: 'small', seed: 1 })))).toBe(false);
    expect(isSmall({ ...model, jobs: { ...jobs, crewOf: jobs.crewOf.map((_, job) => (job === 1 ? 0 : -1)) } })).toBe(
      false,
    );
    expect(isSmall({ ...model, pools: [{ capacity: 1, busy: [] }] })).toBe(false);
    expect(isSmall({ ...model, isMetric: false })).toBe(false);
  });
});
