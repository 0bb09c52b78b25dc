import type { BusyIndex } from '../board/busy-index.ts';
import { orderedFor, spareAt, whenSpare } from '../board/part-supply.ts';
import type { NeededPart } from '../board/placement.ts';
import type { PartId } from '../parts/part.ts';
import type { Instant } from '../time/instant.ts';
import type { Candidate } from './candidate.ts';

/** A part of which there is not enough, with what a sentence says about it. */
export interface MissingPart {
  readonly part: string;
  readonly needed: number;
  readonly available: number;
  /** When there is enough; null when nobody knows. */
  readonly arrivesAt: Instant | null;
  /** Set where it has to be ordered for that first. */
  readonly toOrder?: true;
}

/** The first of `needs` of which too few are there when the busy time begins. What was ordered for this work counts. */
export function missingPart(
  at: Candidate,
  needs: readonly NeededPart[],
  { parts, context }: BusyIndex,
): MissingPart | null {
  for (const { partId } of needs) {
    const needed = quantityOf(at.needs.parts, partId);
    const supply = parts.get(partId);
    const own = orderedFor(at.needs.parts, partId, context.now);
    const available = supply === undefined ? 0 : spareAt(supply, at.from);
    const coming = own !== null && own.at <= at.from ? own.quantity : 0;
    if (available + coming >= needed) continue;
    const arrivesAt = supply === undefined ? null : whenSpare(supply, needed, at.from);
    const isOrdered = own !== null && own.quantity + available >= needed && (arrivesAt === null || own.at < arrivesAt);
    const toOrder =
      !isOrdered && supply !== undefined && arrivesAt !== null && arrivesAt === supply.facts.orderableFrom;
    return {
      part: supply?.facts.name ?? partId,
      needed,
      available: Math.max(0, available),
      arrivesAt: isOrdered ? own.at : arrivesAt,
      ...(toOrder ? { toOrder } : {}),
    };
  }
  return null;
}

function quantityOf(needs: readonly NeededPart[], partId: PartId): number {
  return needs.reduce((sum, one) => sum + (one.partId === partId ? one.quantity : 0), 0);
}
