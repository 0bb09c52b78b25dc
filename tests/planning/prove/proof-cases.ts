import { expect } from 'vitest';
import type { PlanPlacement } from '../../../core/planning/plan/model.ts';
import { search } from '../../../core/planning/plan/search.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { provePlan } from '../../../core/workers/prove-plan.ts';
import { generate, type Instance } from '../../fixtures/planning/generate.mjs';
import reference from '../../fixtures/planning/reference.json' with { type: 'json' };
import { evaluate } from '../../fixtures/planning/score.mjs';
import { assignmentOf } from '../plan/random-instances.ts';

const known: Readonly<Record<string, { readonly empty: number; readonly optimum?: number }>> = reference.instances;

/** Proves a day of bay work from a poor plan and compares with the optimum that two other solvers proved. */
export async function expectProven(size: 'tiny' | 'small', seed: number): Promise<void> {
  const instance = generate({ family: 'bay', size, seed });
  const model = modelOfInstance(instance);
  const { placements } = search(model, { seed: 1, used: () => 1 });
  const proof = await provePlan(model, placements, 600);
  if (typeof proof === 'string') throw new Error(proof);
  const optimum = known[instance.name]?.optimum;
  expect(proof).toMatchObject({ status: 'optimal', bound: optimum, best: optimum, gap: 0 });
  expectScored(instance, proof.placements, proof.best);
}

/** The referee takes the plan and finds the same cost. */
export function expectScored(instance: Instance, placements: readonly PlanPlacement[], cost: number): void {
  const model = modelOfInstance(instance);
  const verdict = evaluate(instance, { assignments: placements.map((one) => assignmentOf(model, one)) });
  expect(verdict.violations).toEqual([]);
  expect(verdict.score).toBe(cost);
}
