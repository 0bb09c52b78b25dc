import type { Voice } from '../answer.ts';
import type { Surroundings, Target } from '../target.ts';

/** What every task on an open target works with. */
export interface TaskTools {
  readonly target: Target;
  readonly tell: Voice;
  readonly around: Surroundings;
}
