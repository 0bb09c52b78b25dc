import { accept, type Outcome } from '../kernel/outcome.ts';
import type { ParsedArgs } from '../contract/client.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { PlacementNeeds } from '../domain/board/placement.ts';
import type { Appointment, Claim, ClaimRole } from '../domain/work/appointment.ts';
import { bayOf, leadOf } from '../domain/work/status-machine.ts';
import { hasPeople, isNobodyNowhere, missingFrom } from './claimed.ts';
import { checkClaims, type CheckedClaims } from './claims-check.ts';
import type { WantedPlace } from './place.ts';
import type { Reader } from './ports/store.ts';
import { invalid } from './refusals.ts';

type Moved = Pick<WantedPlace, 'claims' | 'resources' | 'find' | 'kept'>;
type Partner = 'technician' | 'bay';

/**
 * The claims after a move. What a drop leaves unsaid is kept: on a technician's lane the bay, on a bay's lane the
 * technician. The one that was not dragged is the partner, and only the partner may be replaced.
 */
export async function checkMovedClaims(
  read: Reader,
  before: Appointment,
  args: ParsedArgs<'moveAppointment'>,
  needs: PlacementNeeds,
): Promise<Outcome<Moved, Refusal>> {
  const wanted = args.claims === null ? before.claims : withUnsaid(args.claims, before, needs);
  const fresh = wanted.filter((claim) => !before.claims.some((old) => old.resourceId === claim.resourceId));
  if (fresh.length === 0 && sameClaims(before.claims, wanted)) {
    const rows = await read.getMany(
      'resource',
      before.claims.map((claim) => claim.resourceId),
    );
    return accept(split(before.claims, rows, args.findPartner ? partnerOf(before, wanted) : null));
  }
  const checked = await checkClaims(read, wanted, before.locationId);
  if (!checked.ok) return checked;
  const { claims, resources } = checked.value;
  if (before.claims.length === 0 && args.findPartner) return firstPlace(before, checked.value, needs);
  return accept(split(claims, resources, args.findPartner ? partnerOf(before, claims) : null));
}

/** What claimed nothing gets its place now: what is still missing is found as in a booking. */
function firstPlace(
  before: Appointment,
  { claims, resources }: CheckedClaims,
  needs: PlacementNeeds,
): Outcome<Moved, Refusal> {
  const wanting = { isWork: before.workOrderId !== null || before.serviceTypeId !== null, needs };
  if (isNobodyNowhere(claims, wanting)) return invalid('claims', 'must name a technician, a team or a bay');
  return accept({ claims, resources, find: missingFrom(claims, wanting), kept: null });
}

function withUnsaid(claims: readonly Claim[], before: Appointment, needs: PlacementNeeds): readonly Claim[] {
  const lead = leadOf(before.claims);
  const bay = bayOf(before.claims);
  const noTechnician = lead !== undefined && !hasPeople(claims) && bayOf(claims) !== undefined;
  const noBay = bay !== undefined && needs.capabilities !== null && bayOf(claims) === undefined;
  return [...(noTechnician ? [lead] : []), ...claims, ...(noBay ? [bay] : [])];
}

/** Who was not dragged. When neither or only the time changed, the bay goes with the technician. */
function partnerOf(before: Appointment, after: readonly Claim[]): Partner | null {
  const isSame = (pick: typeof leadOf): boolean => pick(before.claims)?.resourceId === pick(after)?.resourceId;
  if (isSame(bayOf)) return 'bay';
  return isSame(leadOf) ? 'technician' : null;
}

function split(claims: readonly Claim[], resources: WantedPlace['resources'], partner: Partner | null): Moved {
  const kept = partner === null ? undefined : (partner === 'bay' ? bayOf : leadOf)(claims);
  if (kept === undefined) return { claims, resources, find: null, kept: null };
  return { claims: claims.filter((claim) => claim !== kept), resources, find: partner, kept };
}

/** The same resources in the same roles, in any order; `roles` looks at those alone. */
export function sameClaims(a: readonly Claim[], b: readonly Claim[], roles?: readonly ClaimRole[]): boolean {
  const text = (claims: readonly Claim[]): string =>
    claims
      .filter((claim) => roles === undefined || roles.includes(claim.role))
      .map((claim) => `${claim.role} ${claim.resourceId} ${claim.units}`)
      .toSorted()
      .join();
  return text(a) === text(b);
}
