import type { PlanModel } from '../plan/model.ts';
import type { BayRow } from './board-bays.ts';
import type { BoardFacts } from './board-facts.ts';
import type { ShiftRow } from './board-shifts.ts';

/** The planning problem of a board, and what its rows are on the board. */
export interface BoardModel {
  readonly model: PlanModel;
  readonly facts: BoardFacts;
  readonly shifts: readonly ShiftRow[];
  readonly bays: readonly BayRow[];
  /** The rows of each piece of work, in the order of `facts.work`: its own first, then its crew's. */
  readonly rowsOf: readonly (readonly number[])[];
}
