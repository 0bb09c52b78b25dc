import { describe, expect, it } from 'vitest';
import { instanceSlots, type TbsAssignment } from '../../../core/planning/plan/instance-planner.ts';
import { generate } from '../../fixtures/planning/generate.mjs';
import { evaluate, slots } from '../../fixtures/planning/score.mjs';
import { expectSameInsertions } from './insertion-cases.ts';
import { planInRounds } from './solve.ts';

const FAMILIES = ['field', 'bay', 'mixed'] as const;

// 100 cases here; the other 400 are in best-insertions.long.test.ts.
describe.each(FAMILIES)('best insertions, %s', (family) => {
  it.each([1, 2, 3, 4, 5])('are those of the brute force on tiny instance %i', (seed) => {
    expectSameInsertions({ family, size: 'tiny', seed, jobs: 4 });
  });

  it.each([1, 2, 3, 4])('are those of the brute force on small instance %i', (seed) => {
    expectSameInsertions({ family, size: 'small', seed, jobs: 3 });
  });

  it('are those of the brute force on a day of 150 jobs', () => {
    expectSameInsertions({ family, size: 'day150', seed: 1, jobs: 2 });
  });
});

describe('best insertions', () => {
  it('count the job’s own placement as taken out', () => {
    const instance = generate({ family: 'mixed', size: 'tiny', seed: 1 });
    const { assignments } = planInRounds(instance, 1, 200);
    const [first] = assignments;
    if (first === undefined) throw new Error('Nothing is planned');
    const without = assignments.filter((one) => one !== first);
    expect(instanceSlots(instance, assignments, first.job, 3)).toEqual(instanceSlots(instance, without, first.job, 3));
  });

  it('are none where the parts never come', () => {
    const instance = generate({ family: 'bay', size: 'tiny', seed: 3 });
    const job = instance.jobs.findIndex(({ parts }) => parts.length > 0);
    const bare = { ...instance, parts: instance.parts.map((part) => ({ ...part, lots: [] })) };
    expect(instanceSlots(bare, [], job, 3)).toEqual({ feasible: 0, top: [], cheapest: [] });
    expect(slots(bare, { assignments: [] }, job, 3).feasible).toBe(0);
  });

  it('ask that those who take a part later do not go short', () => {
    const instance = generate({ family: 'bay', size: 'small', seed: 2 });
    const lots = [
      { at: 0, qty: 1 },
      { at: 700, qty: 1 },
    ];
    const scarce = { ...instance, parts: instance.parts.map((part) => ({ ...part, lots })) };
    const assignments: TbsAssignment[] = [];
    for (const one of planInRounds(instance, 1, 200).assignments)
      if (evaluate(scarce, { assignments: [...assignments, one] }).valid) assignments.push(one);
    const asked = [...scarce.jobs.keys()].filter((job) => (scarce.jobs[job]?.parts.length ?? 0) > 0);
    expect(asked.length).toBeGreaterThan(3);
    for (const job of asked)
      expect(instanceSlots(scarce, assignments, job, 1).feasible).toBe(slots(scarce, { assignments }, job, 1).feasible);
  });
});
