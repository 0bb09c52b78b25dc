import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { may } from '../contract/permission.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { PlacementNeeds } from '../domain/board/placement.ts';
import type { Claim, ClaimRole } from '../domain/work/appointment.ts';
import type { Scene } from './use-case.ts';

/** Who does the work: technicians by name, a team without saying which of its members. */
const PEOPLE: readonly ClaimRole[] = ['lead', 'assistant', 'team'];
const ON_THE_BOARD: readonly ClaimRole[] = ['lead', 'assistant', 'bay'];

/** Claims on equipment, rooms, teams and the like: they stay with an appointment, and nobody chooses others for it. */
export function alongside(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ role }) => !ON_THE_BOARD.includes(role));
}

export function hasPeople(claims: readonly Claim[]): boolean {
  return claims.some(({ role }) => PEOPLE.includes(role));
}

/** Work has somebody who does it, a meeting need not. */
interface Wanting {
  readonly isWork: boolean;
  readonly needs: Pick<PlacementNeeds, 'capabilities'>;
}

/** Work in a bay with neither people nor a bay: one missing partner is found, not two at once. */
export function isNobodyNowhere(claims: readonly Claim[], { isWork, needs }: Wanting): boolean {
  if (!isWork || needs.capabilities === null) return false;
  return !hasPeople(claims) && claims.every((claim) => claim.role !== 'bay');
}

/** Who is to be found: work needs somebody who does it, and a bay where its needs say so. */
export function missingFrom(claims: readonly Claim[], { isWork, needs }: Wanting): 'technician' | 'bay' | null {
  if (isWork && !hasPeople(claims)) return 'technician';
  return needs.capabilities !== null && claims.every((claim) => claim.role !== 'bay') ? 'bay' : null;
}

/** How many people the claims take. A technician is one, whatever the units. */
export function headcount(claims: readonly Claim[]): number {
  return claims.reduce((sum, { role, units }) => {
    if (role === 'team') return sum + units;
    return PEOPLE.includes(role) ? sum + 1 : sum;
  }, 0);
}

/**
 * Taking several people at once is a right of its own. Every use case that sets claims asks here; `before` are those the
 * appointment has, and whoever only moves them in time sets none.
 */
export function checkSeveral(
  scene: Scene,
  after: readonly Claim[],
  before: readonly Claim[] = [],
): Outcome<null, Refusal> {
  if (headcount(after) < 2 || may(scene.actor.role, 'schedule-several')) return accept(null);
  const had = new Set(before.map((claim) => `${claim.resourceId} ${claim.units}`));
  const isSame = after.every((claim) => !PEOPLE.includes(claim.role) || had.has(`${claim.resourceId} ${claim.units}`));
  return isSame ? accept(null) : refuse({ kind: 'not-permitted', permission: 'schedule-several' });
}
