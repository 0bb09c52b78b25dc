import { setFeeState } from '../fee-state.ts';
import type { UseCase } from '../use-case.ts';

export const refundFee: UseCase<'refundFee'> = (tx, { id, reason }, scene) =>
  setFeeState(tx, id, { status: 'refunded', at: scene.now, by: scene.actor.name, reason });
