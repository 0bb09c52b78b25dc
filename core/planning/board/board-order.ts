import { NONE } from '../plan/model.ts';
import type { PlanWork } from './request.ts';

export interface Order {
  /** Place of the work that has to end first, or NONE. */
  readonly follows: number;
  readonly lag: number;
}

/**
 * What follows what, by place in the list. In the model one piece of work follows another at most; where several wait for
 * the same, they are put one behind the other, which keeps every order that was asked for. A circle is a defect.
 */
export function ordersOf(work: readonly PlanWork[]): readonly Order[] {
  const places = new Map(work.map(({ id }, place) => [id, place]));
  const next = new Map<number, number>();
  const before = new Map<number, number>();
  return work.map(({ id, follows }, place): Order => {
    const first = follows === null ? undefined : places.get(follows.id);
    if (follows === null || first === undefined) return { follows: NONE, lag: 0 };
    for (let at: number | undefined = first; at !== undefined; at = before.get(at))
      if (at === place) throw new Error(`Work ${id} follows itself`);
    let last = first;
    for (let at = next.get(last); at !== undefined; at = next.get(last)) last = at;
    next.set(last, place);
    before.set(place, last);
    return { follows: last, lag: follows.gap };
  });
}
