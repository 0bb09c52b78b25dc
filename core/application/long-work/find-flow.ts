import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import { flow } from '../../domain/board/flow.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import { withoutAppointments } from '../../domain/board/without-appointments.ts';
import { workingTimeOf } from '../../domain/board/working-time.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { Reason, Verdict } from '../../domain/rules/reason.ts';
import { addMinutes, range, type Instant, type InstantRange } from '../../domain/time/instant.ts';
import type { AppointmentId, Claim } from '../../domain/work/appointment.ts';
import { loadFactsFor } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import { invalid } from '../refusals.ts';
import type { Scene } from '../use-case.ts';
import { judgeParts } from './judge-parts.ts';

export interface WantedFlow {
  readonly location: Location;
  readonly organization: Organization;
  /** Of the work as a whole. */
  readonly needs: PlacementNeeds;
  readonly claims: readonly Claim[];
  readonly resources: readonly Resource[];
  readonly from: Instant;
  readonly roundBookings: boolean;
  readonly findBay: boolean;
  /** Appointments of the same work: they do not stand in its way. */
  readonly own: ReadonlySet<AppointmentId>;
}

export interface FoundFlow {
  /** In the order of time; their minutes are those of the work. */
  readonly parts: readonly InstantRange[];
  readonly claims: readonly Claim[];
  /** Cautions that the person accepted. */
  readonly overrode: readonly Reason[];
  readonly context: PlacementContext;
}

/** Days looked through: a fortnight, and a day more for every two hours of work. */
const DAYS = 14;
const HOURS_A_DAY = 2;

/** Lets the work flow and asks the rulebook about every part; with a missing bay, on the first one that will do. */
export async function findFlow(read: Reader, scene: Scene, wanted: WantedFlow): Promise<Outcome<FoundFlow, Refusal>> {
  const { location, organization, needs, from } = wanted;
  const days = DAYS + Math.ceil(needs.duration / (60 * HOURS_A_DAY));
  const span = range(from, addMinutes(from, days * 24 * 60));
  const bays = wanted.findBay ? await baysOf(read, wanted) : [];
  if (wanted.findBay && bays.length === 0) return invalid('claims', 'must name a bay');
  const loaded = await loadFactsFor(read, scene, {
    location,
    organization,
    resources: [...wanted.resources, ...bays],
    partIds: [...new Set(needs.parts.map((need) => need.partId))],
    partNeeds: needs.parts,
    range: span,
  });
  const index = busyIndexOf(withoutAppointments(loaded, wanted.own));
  const choices = wanted.findBay ? bays.map((bay) => [...wanted.claims, claimOn(bay)]) : [wanted.claims];
  return bestOf(
    choices.map((claims) => ({ claims, tried: tryFlow(index, wanted, claims) })),
    { scene, index, span, needs },
  );
}

interface Tried {
  readonly parts: readonly InstantRange[];
  readonly verdict: Verdict;
}

function tryFlow(index: BusyIndex, wanted: WantedFlow, claims: readonly Claim[]): Tried | null {
  const { needs, from, roundBookings } = wanted;
  const at = needs.place?.coordinates ?? null;
  const resourceIds = claims.map((claim) => claim.resourceId);
  const working = workingTimeOf(index.context, { resourceIds, at, roundBookings });
  const { duration, before, after } = needs;
  const parts = flow({ from, duration, working, before, after });
  return parts === null ? null : { parts, verdict: judgeParts(parts, claims, needs, index) };
}

/** The first that is clear, else the first with cautions, else why the first one is blocked. */
function bestOf(
  tries: readonly { readonly claims: readonly Claim[]; readonly tried: Tried | null }[],
  facts: {
    readonly scene: Scene;
    readonly index: BusyIndex;
    readonly span: InstantRange;
    readonly needs: PlacementNeeds;
  },
): Outcome<FoundFlow, Refusal> {
  const { scene, index, span, needs } = facts;
  const flowing = tries.flatMap(({ claims, tried }) => (tried === null ? [] : [{ claims, ...tried }]));
  const best =
    flowing.find((one) => one.verdict.level === 'clear') ??
    flowing.find((one) => one.verdict.level === 'caution') ??
    flowing[0];
  if (best === undefined)
    return refuse({ kind: 'no-working-time', title: needs.title, duration: needs.duration, until: span.to });
  const { level, reasons } = best.verdict;
  if (level === 'block') return refuse({ kind: 'blocked', reasons, alternatives: [] });
  if (level === 'caution' && !scene.acceptCautions) return refuse({ kind: 'needs-override', reasons });
  const { parts, claims } = best;
  return accept({ parts, claims, overrode: reasons.map((one) => one.reason), context: index.context });
}

/** Those of the location that offer what the work needs, as they stand on the board. */
async function baysOf(read: Reader, { location, needs }: WantedFlow): Promise<readonly Resource[]> {
  const all = await read.all('resource');
  return all.filter(
    (one) =>
      one.kind === 'bay' &&
      one.active &&
      one.locationId === location.id &&
      (needs.capabilities ?? []).every((name) => one.capabilities.some((offer) => offer.capability === name)),
  );
}

function claimOn(bay: Resource): Claim {
  return { resourceId: bay.id, role: 'bay', units: 1 };
}
