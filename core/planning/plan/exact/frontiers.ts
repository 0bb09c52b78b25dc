import { NEVER, NONE, type PlanModel } from '../model.ts';
import type { Workbench } from '../workbench.ts';
import { bayClasses, lastMovable, usedUntil } from './bay-classes.ts';

/** Ways to have done some work that are remembered; beyond that none is added. */
const MOST_KNOWN = 300_000;

/** Remembers what cost and room the ways left that were gone on. */
export interface Frontiers {
  /**
   * True when a way was gone on before that had done the same work by the same last jobs, cost no more, and left everybody and
   * every bay free no later, with the last start no later. Otherwise remembers the state.
   */
  isNoBetter(start: number): boolean;
}

export function createFrontiers(bench: Workbench): Frontiers {
  const { state, model } = bench;
  const known = new Map<string, Int32Array[]>();
  const order = bayOrder(model);
  let size = 0;
  return {
    isNoBetter(start) {
      const key = doneKey(bench);
      const room = roomOf(start);
      const before = known.get(key);
      if (before?.some((one) => isAtMost(one, room)) === true) return true;
      if (size >= MOST_KNOWN) return false;
      size += 1;
      if (before === undefined) known.set(key, [room]);
      else {
        const kept = before.filter((one) => !isAtMost(room, one));
        size -= before.length - kept.length;
        known.set(key, [...kept, room]);
      }
      return false;
    },
  };

  function roomOf(start: number): Int32Array {
    const room = [state.cost, start];
    for (let shift = 0; shift < model.shifts.count; shift += 1) {
      const last = lastMovable(state.last[shift] as number, state.previous, bench.isFixed);
      room.push(last === NONE ? -NEVER : (state.head[last] as number));
    }
    // Bays that are alike may stand for each other.
    for (const alike of order) room.push(...alike.map((bayDay) => usedUntil(bench, bayDay)).toSorted((a, b) => a - b));
    return Int32Array.from(room);
  }
}

function isAtMost(one: Int32Array, other: Int32Array): boolean {
  for (let place = 0; place < one.length; place += 1)
    if ((one[place] as number) > (other[place] as number)) return false;
  return true;
}

function bayOrder(model: PlanModel): readonly (readonly number[])[] {
  const classes = bayClasses(model);
  return [...Map.groupBy(classes.keys(), (bayDay) => classes[bayDay]).values()];
}

/** What has been done and by whom, as far as what is still to come depends on it. */
function doneKey({ state, model, isFixed }: Workbench): string {
  const { jobs, shifts } = model;
  const key: number[] = [];
  for (let job = 0; job < jobs.count; job += 1) {
    const isIn = state.shift[job] !== NONE;
    const follower = state.follower[job] as number;
    const isAwaited = follower !== NONE && state.shift[follower] === NONE;
    const takesParts = (jobs.partFirst[job] as number) < (jobs.partFirst[job + 1] as number);
    // When parts are taken, and when what others follow has ended, has to be the same.
    key.push(isIn ? (isAwaited || takesParts ? (state.head[job] as number) : NEVER) : NONE);
  }
  for (let shift = 0; shift < shifts.count; shift += 1) {
    const last = lastMovable(state.last[shift] as number, state.previous, isFixed);
    key.push(last, last === NONE ? NONE : (state.site[last] as number), state.count[shift] as number);
  }
  return [...key, ...state.load, ...state.dayLoad, ...state.counted].join(' ');
}
