/** All feasible placements of one search, struct of arrays: no object for each. */
export interface Candidates {
  count: number;
  /** Position among the index's technicians; -1 = nobody. */
  readonly technician: Int32Array;
  readonly start: Int32Array;
  readonly cost: Float64Array;
}

export function roomFor(most: number): Candidates {
  return {
    count: 0,
    technician: new Int32Array(most),
    start: new Int32Array(most),
    cost: new Float64Array(most),
  };
}

export function put(candidates: Candidates, technician: number, start: number, cost: number): void {
  const position = candidates.count;
  candidates.technician[position] = technician;
  candidates.start[position] = start;
  candidates.cost[position] = cost;
  candidates.count = position + 1;
}
