import { NONE } from './model.ts';
import type { PlanState } from './state.ts';

/** The jobs before and behind a place in a shift; NONE for none. */
interface Neighbours {
  readonly previous: number;
  readonly next: number;
}

/** True unless a chain of orders leads from what would come after the job to what would come before it. */
export function isAcyclic(
  state: PlanState,
  job: number,
  { previous, next }: Neighbours,
  ahead: number,
  behind: number,
): boolean {
  const first = state.model.jobs.follows[job] as number;
  if (first !== NONE)
    if ((next !== NONE && leads(state, next, first)) || (behind !== NONE && leads(state, behind, first))) return false;
  if (next !== NONE && ahead !== NONE && leads(state, next, ahead)) return false;
  return behind === NONE || previous === NONE || !leads(state, behind, previous);
}

/** Starts grow along a chain, so a later start leads nowhere earlier. */
function leads(state: PlanState, from: number, to: number): boolean {
  if (from === to) return true;
  if ((state.head[from] as number) >= (state.head[to] as number)) return false;
  const next = state.next[from] as number;
  if (next !== NONE && leads(state, next, to)) return true;
  const follower = state.follower[from] as number;
  if (follower !== NONE && state.shift[follower] !== NONE && leads(state, follower, to)) return true;
  const nextInBay = state.bayDay[from] === NONE ? NONE : (state.nextInBay[from] as number);
  return nextInBay !== NONE && leads(state, nextInBay, to);
}
