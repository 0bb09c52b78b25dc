import { describe, expect, it } from 'vitest';
import { search } from '../../../core/planning/plan/search.ts';
import type { SearchResult } from '../../../core/planning/plan/search-result.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { generate, type Instance } from '../../fixtures/planning/generate.mjs';
import reference from '../../fixtures/planning/reference.json' with { type: 'json' };
import { evaluate, type Plan } from '../../fixtures/planning/score.mjs';

interface Proven {
  readonly optimum?: number;
}

const known: Readonly<Record<string, Proven | undefined>> = reference.instances as Record<string, Proven>;
const FAMILIES = ['field', 'bay', 'mixed'] as const;

function solve(instance: Instance, seed: number, rounds: number): SearchResult & { readonly plan: Plan } {
  const model = modelOfInstance(instance);
  const result = search(model, { seed, used: (done) => done / rounds });
  const assignments = result.placements.map(({ job, shift, bayDay, start }) => ({
    job,
    tech: model.shifts.technician[shift] ?? -1,
    bay: bayDay < 0 ? null : (model.bayDays.bay[bayDay] ?? -1),
    start,
  }));
  return { ...result, plan: { assignments } };
}

describe.each(FAMILIES)('plan search, %s', (family) => {
  it.each([1, 2, 3, 4, 5])('reaches the proven optimum of tiny instance %i', (number) => {
    const instance = generate({ family, size: 'tiny', seed: number });
    const { plan, cost } = solve(instance, 1, 6000);
    const verdict = evaluate(instance, plan);
    expect(verdict.violations).toEqual([]);
    expect(verdict.score).toBe(known[instance.name]?.optimum);
    expect(cost).toBe(verdict.score);
  });

  it('gives a valid plan of a large day, with the cost that the referee finds', () => {
    const instance = generate({ family, size: 'day150', seed: 7 });
    const { plan, cost } = solve(instance, 3, 300);
    const verdict = evaluate(instance, plan);
    expect(verdict.violations).toEqual([]);
    expect(cost).toBe(verdict.score);
  });

  it('gives the same plan for the same seed', () => {
    const instance = generate({ family, size: 'small', seed: 4 });
    expect(solve(instance, 9, 400)).toEqual(solve(instance, 9, 400));
  });

  it('leaves fixed jobs where they are', () => {
    const instance = generate({ family, size: 'small', seed: 2 });
    const fixed = solve(instance, 1, 50).plan.assignments.slice(0, 6);
    const held = { ...instance, fixed };
    const { plan } = solve(held, 5, 400);
    expect(evaluate(held, plan).violations).toEqual([]);
    expect(plan.assignments).toEqual(expect.arrayContaining([...fixed]));
  });
});
