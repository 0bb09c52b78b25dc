import { setFeeState } from '../fee-state.ts';
import type { UseCase } from '../use-case.ts';

export const waiveFee: UseCase<'waiveFee'> = (tx, { id, reason }, scene) =>
  setFeeState(tx, id, { status: 'waived', at: scene.now, by: scene.actor.name, reason });
