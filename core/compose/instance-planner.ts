import {
  instanceFaults,
  instanceSlots,
  placementOf,
  planFrom,
  planInstance,
  type TbsPlan,
} from '../planning/plan/instance-planner.ts';
import { modelOfInstance, type TbsInstance } from '../planning/plan/tbs-instance.ts';
import type { NotProvable } from '../planning/prove/provable.ts';
import { provePlan, type Proof } from '../workers/prove-plan.ts';

/** The planner for files of the form "tbs-1", for the command line. */
export const instancePlanner = { plan: planInstance, faults: instanceFaults, slots: instanceSlots, prove };

interface Proved {
  readonly plan: TbsPlan;
  readonly proof: Pick<Proof, 'status' | 'bound' | 'gap' | 'seconds'>;
}

async function prove(instance: TbsInstance, plan: TbsPlan, seconds: number): Promise<Proved | NotProvable> {
  if (plan.isBest) return { plan, proof: { status: 'optimal', bound: plan.score, gap: 0, seconds: 0 } };
  const model = modelOfInstance(instance);
  const known = plan.assignments.map((one) => placementOf(model, one));
  const proof = await provePlan(model, known, seconds);
  if (typeof proof === 'string') return proof;
  const { status, bound, gap, seconds: took } = proof;
  const better =
    proof.best < plan.score
      ? planFrom(model, proof.placements, { rounds: plan.rounds, isBest: status === 'optimal' })
      : plan;
  return { plan: better, proof: { status, bound, gap, seconds: Math.round(took * 1000) / 1000 } };
}
