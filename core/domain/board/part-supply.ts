import { instant, type Instant } from '../time/instant.ts';
import type { AppointmentId } from '../work/appointment.ts';
import { lowerBound } from './busy-list.ts';
import type { PartId } from '../parts/part.ts';
import type { PartFacts } from './placement-context.ts';
import type { NeededPart } from './placement.ts';

/** What of one part is left for somebody new, at every moment at which that changes. */
export interface PartSupply {
  readonly facts: PartFacts;
  /** Moments of change, ascending; the first is -Infinity. */
  readonly at: Float64Array;
  /** From this moment on, the least that is ever left over: what may be taken without robbing anybody later. */
  readonly spare: Float64Array;
}

/** `ignored` takes nothing: it is the appointment being moved. */
export function partSupplyOf(facts: PartFacts, ignored: AppointmentId | null): PartSupply {
  const taken = facts.taken.filter((one) => one.appointmentId !== ignored);
  const moments = [...new Set([...facts.lots.map((lot) => lot.at), ...taken.map((one) => one.at)])];
  const at = Float64Array.of(-Infinity, ...moments.toSorted((a, b) => a - b));
  const change = new Float64Array(at.length);
  for (const lot of facts.lots) add(change, lowerBound(at, lot.at), lot.quantity);
  for (const one of taken) add(change, lowerBound(at, one.at), -one.quantity);
  const spare = new Float64Array(at.length);
  let left = 0;
  change.forEach((quantity, index) => {
    left += quantity;
    spare[index] = left;
  });
  // The last moment of all lasts for ever; before it, a later shortage counts as well.
  for (let index = spare.length - 2; index >= 0; index -= 1) {
    spare[index] = Math.min(spare[index] ?? 0, spare[index + 1] ?? 0);
  }
  return { facts, at, spare };
}

function add(sums: Float64Array, index: number, quantity: number): void {
  sums[index] = (sums[index] ?? 0) + quantity;
}

/** More than anybody needs: what can be ordered has no limit. */
const ANY = 1_000_000;

/**
 * How many may be taken at `moment` so that at every later moment what is taken has arrived. Negative: already short. What
 * can be ordered is only for whoever comes after it can be there: nobody takes the reserved ones before, hoping for more.
 */
export function spareAt(supply: PartSupply, moment: number): number {
  const { orderableFrom } = supply.facts;
  return orderableFrom !== undefined && moment >= orderableFrom ? ANY : keptAt(supply, moment);
}

/** The same of what is here or on its way already: nothing is ordered. */
export function keptAt(supply: PartSupply, moment: number): number {
  const index = lowerBound(supply.at, moment);
  return supply.spare[supply.at[index] === moment ? index : index - 1] ?? 0;
}

/** The same after so much more was taken, for whoever asks about no moment before that. */
export function lessTaken(supply: PartSupply, quantity: number): PartSupply {
  return { ...supply, spare: supply.spare.map((left) => left - quantity) };
}

/** The first moment at or after `moment` from which `quantity` may be taken; null when never. */
export function whenSpare(supply: PartSupply, quantity: number, moment: Instant): Instant | null {
  if (spareAt(supply, moment) >= quantity) return moment;
  const orderable = supply.facts.orderableFrom ?? Infinity;
  for (let index = lowerBound(supply.at, moment); index < supply.at.length; index += 1) {
    const at = supply.at[index] ?? moment;
    if (at >= orderable) break;
    if ((supply.spare[index] ?? 0) >= quantity) return instant(at);
  }
  return orderable === Infinity ? null : instant(orderable);
}

/** What was ordered for the work itself and is still to come: once its moment has passed, the stock has to show it. */
export function orderedFor(
  needs: readonly NeededPart[],
  partId: PartId,
  now: Instant,
): { readonly quantity: number; readonly at: Instant } | null {
  const own = needs.find((need) => need.partId === partId && need.ordered !== undefined)?.ordered;
  return own === undefined || own.at <= now ? null : own;
}
