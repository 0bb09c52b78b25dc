import { expect } from 'vitest';
import { planFaults } from '../../../core/planning/plan/plan-faults.ts';
import { termsOf, totalOf } from '../../../core/planning/plan/plan-terms.ts';
import { randomFrom } from '../../../core/planning/plan/random.ts';
import { search } from '../../../core/planning/plan/search.ts';
import { randomModel } from './random-model.ts';
import { judge } from './referee.ts';

/** Plans a random model twice, the second time from the first plan, called off at some moment, and has both judged. */
export function expectJudgedWell(seed: number): void {
  const model = randomModel(seed);
  const random = randomFrom(seed);
  const until = (rounds: number): ((done: number) => number) => {
    const calledOff = random.below(rounds);
    return (done) => (done >= calledOff ? 1 : done / rounds);
  };
  const first = search(model, { seed, used: until(150) });
  const second = search(model, { seed: seed + 1, used: until(150), warm: first.placements });
  for (const { placements, cost } of [first, second]) {
    const judgement = judge(model, placements);
    expect({ seed, faults: judgement.faults }).toEqual({ seed, faults: [] });
    expect({ seed, cost }).toEqual({ seed, cost: judgement.cost });
    expect({ seed, cost: totalOf(termsOf(model, placements)) }).toEqual({ seed, cost });
    expect({ seed, faults: planFaults(model, placements) }).toEqual({ seed, faults: [] });
  }
}
