import { firstStart } from './choice-rows.ts';
import { intStack, pop, push as addTo } from './int-stack.ts';
import { NONE } from './model.ts';
import { after, rowOf, startCost, type PlanState } from './state.ts';

/** Starts of jobs moved in thought, by job, where `seen` says this turn. */
let moved = new Int32Array();
let seen = new Int32Array();
let turn = 0;
const waiting = intStack();

function begin(jobs: number): void {
  if (moved.length < jobs || turn === 1_000_000_000) {
    moved = new Int32Array(Math.max(jobs, moved.length));
    seen = new Int32Array(moved.length);
    turn = 0;
  }
  turn += 1;
  waiting.size = 0;
}

/** What a job behind would follow: when the one before ends, and the drive from it. */
export interface Pushing {
  end: number;
  away: number;
  closed: Int32Array;
  /** Next in the shift, and next in the bay day; NONE for none. */
  next: number;
  nextInBay: number;
  bayDay: number;
}

/** What it costs that jobs behind have to start later; stops counting when it is `most` or more. */
export function pushCost(state: PlanState, first: Pushing, most: number): number {
  const { model } = state;
  const { bayDays, jobs, shifts, travel, sites } = model;
  begin(jobs.count);
  let cost = 0;
  if (first.next !== NONE) cost += push(state, first.next, after(first.closed, first.end, first.away));
  if (first.nextInBay !== NONE)
    cost += push(state, first.nextInBay, first.end + (bayDays.turnover[first.bayDay] as number));
  while (waiting.size > 0 && cost < most) {
    const job = pop(waiting);
    const end = (moved[job] as number) + (jobs.duration[job] as number) + (jobs.after[job] as number);
    const next = state.next[job] as number;
    if (next !== NONE) {
      const minutes = travel[(state.site[job] as number) * sites + (state.site[next] as number)] as number;
      cost += push(state, next, after(shifts.closed[state.shift[job] as number] as Int32Array, end, minutes));
    }
    const nextInBay = state.bayDay[job] === NONE ? NONE : (state.nextInBay[job] as number);
    if (nextInBay !== NONE)
      cost += push(state, nextInBay, end + (bayDays.turnover[state.bayDay[job] as number] as number));
    const follower = state.follower[job] as number;
    if (follower !== NONE && state.shift[follower] !== NONE) {
      const done = end - (jobs.after[job] as number) + (jobs.lag[follower] as number);
      cost += push(state, follower, done - (jobs.before[follower] as number));
    }
  }
  return cost;
}

/** Moves one job to the right in thought; answers what that costs. */
function push(state: PlanState, job: number, from: number): number {
  const { model, head, shift } = state;
  const least = from + (model.jobs.before[job] as number);
  const now = (seen[job] === turn ? moved[job] : head[job]) as number;
  if (least <= now) return 0;
  const start = firstStart(state.rows, rowOf(state, job), least, model.grid);
  if (start === now) return 0;
  moved[job] = start;
  seen[job] = turn;
  addTo(waiting, job);
  const row = shift[job] as number;
  return startCost(model, job, row, start) - startCost(model, job, row, now);
}
