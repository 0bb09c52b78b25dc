import { describe, expect, it } from 'vitest';
import { search } from '../../../core/planning/plan/search.ts';
import { modelOfInstance, type TbsInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { proofModel } from '../../../core/planning/prove/proof-model.ts';
import { planOf, valuesOf } from '../../../core/planning/prove/proof-plan.ts';
import { provePlan } from '../../../core/workers/prove-plan.ts';
import { generate } from '../../fixtures/planning/generate.mjs';
import { assignmentOf } from '../plan/random-instances.ts';
import { expectProven, expectScored } from './proof-cases.ts';

describe('the proof of a day of bay work', () => {
  it.each([1, 2, 3, 4, 5])('is the optimum that two other solvers proved, tiny instance %i', async (seed) => {
    await expectProven('tiny', seed);
  });

  it.each([1, 2, 3, 4, 5])('says of every plan what it costs, and reads it back, small instance %i', (seed) => {
    const instance = generate({ family: 'bay', size: 'small', seed });
    const model = modelOfInstance(instance);
    const proof = proofModel(model);
    const { placements, cost } = search(model, { seed, used: (rounds) => rounds / 100 });
    const values = valuesOf(model, proof, placements);
    const { linear } = proof;
    expect(values.reduce((sum, value, column) => sum + value * (linear.cost[column] ?? 0), linear.offset)).toBe(cost);
    for (let row = 0; row < linear.rows; row += 1) {
      let sum = 0;
      for (let at = linear.rowStart[row] ?? 0; at < (linear.rowStart[row + 1] ?? 0); at += 1)
        sum += (linear.value[at] ?? 0) * (values[linear.column[at] ?? 0] ?? 0);
      expect(sum).toBeGreaterThanOrEqual(linear.rowLower[row] ?? 0);
      expect(sum).toBeLessThanOrEqual(linear.rowUpper[row] ?? 0);
    }
    expectScored(instance, planOf(model, proof, values), cost);
  });

  it('counts the drive to the bays and home, once for each shift', async () => {
    const plain = generate({ family: 'bay', size: 'tiny', seed: 2 });
    const away = plain.travel.length;
    const travel = [...plain.travel.map((row) => [...row, 20]), [...plain.travel.map(() => 20), 0]];
    const technicians = plain.technicians.map((one) => ({ ...one, home: away }));
    const instance = { ...plain, travel, technicians };
    const model = modelOfInstance(instance);
    const { placements, cost } = search(model, { seed: 1, used: (rounds) => rounds / 3000 });
    const proof = await provePlan(model, placements, 600);
    if (typeof proof === 'string') throw new Error(proof);
    expect([proof.status, proof.best]).toEqual(['optimal', cost]);
    expectScored(instance, proof.placements, proof.best);
  });

  it('keeps what is fixed', async () => {
    const plain = generate({ family: 'bay', size: 'tiny', seed: 5 });
    const free = modelOfInstance(plain);
    const { placements } = search(free, { seed: 1, used: () => 1 });
    const fixed = placements.slice(0, 2).map((one) => assignmentOf(free, one));
    const instance = { ...plain, fixed };
    const proof = await provePlan(modelOfInstance(instance), placements, 600);
    if (typeof proof === 'string') throw new Error(proof);
    expectScored(instance, proof.placements, proof.best);
  });

  it('says what is open when the time is over', async () => {
    const instance = generate({ family: 'bay', size: 'small', seed: 1 });
    const model = modelOfInstance(instance);
    const { placements, cost } = search(model, { seed: 1, used: () => 1 });
    const proof = await provePlan(model, placements, 0);
    if (typeof proof === 'string') throw new Error(proof);
    expect(proof.status).toBe('open');
    expect(proof.bound).toBeLessThanOrEqual(400);
    expect(proof.best).toBeLessThanOrEqual(cost);
    expect(proof.gap).toBeCloseTo((proof.best - proof.bound) / proof.best);
  });

  it.each([
    ['too-many-jobs', { family: 'bay', size: 'day150' }],
    ['work-without-bay', { family: 'mixed', size: 'small' }],
  ] as const)('is not tried: %s', async (reason, { family, size }) => {
    const instance: TbsInstance = generate({ family, size, seed: 1 });
    expect(await provePlan(modelOfInstance(instance), [], 1)).toBe(reason);
  });

  it('is not tried where bays lie at several sites', async () => {
    const plain = generate({ family: 'bay', size: 'tiny', seed: 1 });
    const bays = plain.bays.map((bay, at) => ({ ...bay, site: at === 0 ? 0 : 1, caps: [0, 1, 2, 3, 4] }));
    const travel = [
      [0, 10],
      [10, 0],
    ];
    expect(await provePlan(modelOfInstance({ ...plain, bays, travel }), [], 1)).toBe('several-sites');
  });
});
