import { setFeeState } from '../fee-state.ts';
import type { UseCase } from '../use-case.ts';

export const settleFee: UseCase<'settleFee'> = (tx, { id, reference }, scene) =>
  setFeeState(tx, id, { status: 'paid', at: scene.now, reference });
