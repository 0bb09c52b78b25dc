import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import { candidateOf } from '../../domain/rules/candidate.ts';
import { judge } from '../../domain/rules/judge.ts';
import { chooseBay } from '../../domain/rules/partner.ts';
import type { Verdict } from '../../domain/rules/reason.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';

/** Work that needs a bay and names none finds one when it is booked: here it is asked with the one it would find. */
export function judgeOccurrence(
  claims: readonly Claim[],
  needs: PlacementNeeds,
  facts: BusyIndex,
  { from: start, to: end }: InstantRange,
): Verdict {
  if (!findsBay(claims, needs)) return judge({ start, end, claims }, needs, facts);
  const at = candidateOf({ start, end, claims }, needs, facts, false);
  const bay = chooseBay(at, facts, { kept: null, taken: claims.map((claim) => claim.resourceId) });
  const found: readonly Claim[] = bay === null ? [] : [{ resourceId: bay.facts.id, role: 'bay', units: 1 }];
  return judge({ start, end, claims: [...claims, ...found] }, needs, facts);
}

export function findsBay(claims: readonly Claim[], needs: Pick<PlacementNeeds, 'capabilities'>): boolean {
  return needs.capabilities !== null && claims.every((claim) => claim.role !== 'bay');
}
