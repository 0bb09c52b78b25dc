import { planInstance, type TbsPlan } from '../../../core/planning/plan/instance-planner.ts';
import type { Instance } from '../../fixtures/planning/generate.mjs';

/** Plans within so many rounds: the same again each time. */
export function planInRounds(instance: Instance, seed: number, rounds: number): TbsPlan {
  return planInstance(instance, { seed, used: (done) => done / rounds });
}
