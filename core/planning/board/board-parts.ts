import type { BusyIndex } from '../../domain/board/busy-index.ts';
import { orderedFor, whenSpare, type PartSupply } from '../../domain/board/part-supply.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { PartId } from '../../domain/parts/part.ts';
import { partsThere } from '../../domain/rules/parts-there.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { NEVER, type Lot } from '../plan/model.ts';
import { ceilMinute, type BoardClock } from './board-clock.ts';

/** What one piece of work takes from the stock that all share. */
export interface PartTake {
  readonly partId: PartId;
  readonly quantity: number;
}

export interface PartTakes {
  readonly takes: readonly PartTake[];
  /** What was ordered for it alone has come by then. */
  readonly from: Instant | null;
}

/**
 * Without its critical parts work may not begin; the others are a matter of cautions. Of the stock and what was ordered for
 * it alone it waits for what is there first: the other way round it is not planned.
 */
export function takesOf(index: BusyIndex, needs: PlacementNeeds): PartTakes {
  const { now, policy } = index.context;
  if (severityOf(partsThere, policy) !== 'block') return { takes: [], from: null };
  const critical = new Set(needs.parts.filter((need) => need.critical !== false).map(({ partId }) => partId));
  const takes: PartTake[] = [];
  let from: Instant | null = null;
  for (const partId of critical) {
    const wanted = needs.parts.reduce((sum, need) => (need.partId === partId ? sum + need.quantity : sum), 0);
    const own = orderedFor(needs.parts, partId, now);
    const supply = index.parts.get(partId);
    const spare = supply === undefined ? null : whenSpare(supply, wanted, now);
    const isOwn = own !== null && (spare === null || own.at < spare);
    const quantity = isOwn ? Math.max(0, wanted - own.quantity) : wanted;
    if (isOwn && (from === null || own.at > from)) from = own.at;
    if (quantity > 0) takes.push({ partId, quantity });
  }
  return { takes, from };
}

/** What of a part is left for the work of the request: what others have taken, or will take, is gone. Orders have no limit. */
export function lotsOf(clock: BoardClock, supply: PartSupply | undefined): readonly Lot[] {
  if (supply === undefined) return [];
  const orderable = supply.facts.orderableFrom ?? Infinity;
  const lots: Lot[] = [];
  let before = 0;
  for (const [place, at] of supply.at.entries()) {
    if (at >= orderable) break;
    const left = Math.max(before, supply.spare[place] ?? 0);
    if (left > before) lots.push({ at: place === 0 ? -NEVER : ceilMinute(clock, at), quantity: left - before });
    before = left;
  }
  if (orderable !== Infinity) lots.push({ at: ceilMinute(clock, orderable), quantity: NEVER });
  return lots;
}
