import type { BoardModel } from './board-rows.ts';
import type { LeftOut, PlanWork } from './request.ts';
import type { WorkPlaced } from './with-placements.ts';

export function leftOutOf(
  board: BoardModel,
  placed: readonly WorkPlaced[],
  missing: readonly PlanWork[],
): readonly LeftOut[] {
  void [board, placed];
  return missing.map(({ id }) => ({ id, because: 'outranked', wouldFit: [] }));
}
