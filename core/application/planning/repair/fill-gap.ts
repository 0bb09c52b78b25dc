import { busyIndexOf, type BusyIndex } from '../../../domain/board/busy-index.ts';
import type { PlacementContext } from '../../../domain/board/placement-context.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { localDateOf } from '../../../domain/time/local-time.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { leadOf } from '../../../domain/work/status-machine.ts';
import { withPlacements } from '../../../planning/board/with-placements.ts';
import type { Slot } from '../../../planning/slots/request.ts';
import { slotsIn } from '../../../planning/waitlist/best-match.ts';
import type { Opening } from '../../../planning/waitlist/opening.ts';
import { nextTurn } from '../../next-turn.ts';
import { loadPlacementContext } from '../../placement-context.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';
import { brokenBy, type Proposal } from '../lines.ts';
import { isMovable } from '../movable.ts';
import { ofAppointment, ofWorkOrder, type PlannedWork } from '../plan-request.ts';
import { backToTray } from './back-to-tray.ts';
import { claimsOf, onlyWith } from './place-one.ts';
import { farthest, smallestChange, STEP_BY_STEP, type Solved } from './smallest.ts';
import { cleared, type Gap, type Trouble } from './trouble.ts';

/** So many ways of each kind; and so much of the tray is looked through for them, the most urgent first. */
const MOST_WAYS = 3;
const MOST_WAITING = 60;
/** A shift that begins in the evening ends on the next day. */
const DAYS = 2;

/**
 * Ways to use the time that somebody does not come in: work from the tray, or a later appointment of the same day that the
 * same technician or bay has and that breaks no promise when it comes sooner. What did not take place finds its place
 * around that, or waits; where the no-show is written down already it may wait.
 */
export async function gapFilled(read: Reader, scene: Scene, trouble: Trouble): Promise<readonly Solved[]> {
  const { gap } = trouble;
  if (gap === null) return [];
  const waiting = await waitingWork(read, trouble, gap);
  const later = await laterWork(read, scene, trouble, gap);
  const context = await factsAround(read, scene, trouble, gap, [...waiting, ...later]);
  const lanes = lanesOf(busyIndexOf(context), gap);
  const fills = await ways(waiting, 'gap-filled', (one) => placeIn(lanes, one));
  const pulls = await ways(later, 'pulled-forward', (one) => pullOf(context, gap, one));
  const solved: Solved[] = [];
  for (const way of [...fills, ...pulls]) {
    const whole = await withMissed(trouble, way);
    if (whole !== null) solved.push(whole);
  }
  return solved;
}

interface Way {
  readonly freedom: 'gap-filled' | 'pulled-forward';
  readonly proposal: Proposal;
}

async function ways(
  works: readonly PlannedWork[],
  freedom: Way['freedom'],
  find: (work: PlannedWork) => Proposal | null,
): Promise<readonly Way[]> {
  const found: Way[] = [];
  for (const one of works) {
    if (found.length === MOST_WAYS) break;
    await nextTurn();
    const proposal = find(one);
    if (proposal !== null) found.push({ freedom, proposal });
  }
  return found;
}

/** The tray without what nobody came for. */
async function waitingWork(read: Reader, { location }: Trouble, { missed }: Gap): Promise<readonly PlannedWork[]> {
  const tray = await read.unassigned(location.id);
  const rows = tray.filter(({ id }) => id !== missed.workOrderId).slice(0, MOST_WAITING);
  const works: PlannedWork[] = [];
  for (const row of rows) works.push(await ofWorkOrder(read, row));
  return works;
}

/** What may move and stands later on the day, on one of the lanes, soonest first. */
async function laterWork(
  read: Reader,
  scene: Scene,
  { context }: Trouble,
  { resourceIds, range: open, missed }: Gap,
): Promise<readonly PlannedWork[]> {
  const day = context.days.find(({ from, to }) => from <= open.from && open.from < to);
  if (day === undefined) return [];
  const rest = { from: open.from, to: day.to };
  const isOwn = (one: Appointment): boolean =>
    one.id === missed.id || (one.workOrderId !== null && one.workOrderId === missed.workOrderId);
  const rows = (await read.occupying(resourceIds, rest)).filter((one) => !isOwn(one) && isMovable(one, rest, scene));
  const works: PlannedWork[] = [];
  for (const row of rows.toSorted((a, b) => a.start - b.start)) works.push(await ofAppointment(read, scene, row));
  // Several people at once would all have to be free sooner.
  return works.filter(({ work }) => work.assistants === 0);
}

/** The day of the gap with the parts of all that might take it, and nothing of what did not take place. */
async function factsAround(
  read: Reader,
  scene: Scene,
  { location, affected }: Trouble,
  { range: open }: Gap,
  works: readonly PlannedWork[],
): Promise<PlacementContext> {
  const parts = works.flatMap(({ work }) => work.needs.parts.map((need) => need.partId));
  const context = await loadPlacementContext(read, scene, {
    locationId: location.id,
    date: localDateOf(scene.surroundings.zones, location.zone, open.from),
    days: DAYS,
    partIds: [...new Set(parts)],
  });
  return cleared(context, affected);
}

/** One side of the gap: who or what is free, when, and the facts in which it is looked for. */
interface FreeLane extends Opening {
  readonly facts: BusyIndex;
}

function lanesOf(index: BusyIndex, { resourceIds, range }: Gap): readonly FreeLane[] {
  const isTechnician = (id: ResourceId): boolean => index.technicians.some(({ facts }) => facts.id === id);
  return resourceIds.map((resourceId) => ({
    resourceId,
    range,
    facts: isTechnician(resourceId) ? onlyWith(index, resourceId) : index,
  }));
}

function placeIn(lanes: readonly FreeLane[], planned: PlannedWork): Proposal | null {
  const { needs, alongside } = planned.work;
  for (const lane of lanes) {
    const [slot] = slotsIn(lane.facts, lane, needs, alongside);
    if (slot !== undefined) return proposalOf(planned, slot);
  }
  return null;
}

/** With the hands that are promised, sooner than it stands, and within what was promised. */
function pullOf(context: PlacementContext, gap: Gap, planned: PlannedWork): Proposal | null {
  const { stands } = planned.work;
  const lead = stands === null ? undefined : leadOf(stands.claims)?.resourceId;
  if (stands === null || lead === undefined) return null;
  const proposal = placeIn(lanesOf(onlyWith(busyIndexOf(cleared(context, [planned])), lead), gap), planned);
  const start = proposal?.placement?.start ?? Infinity;
  return proposal !== null && start < stands.start && brokenBy(proposal).length === 0 ? proposal : null;
}

function proposalOf(planned: PlannedWork, slot: Slot): Proposal {
  const { start, end, facts, cautions } = slot;
  return { planned, placement: { start, end, claims: claimsOf(slot, planned.work.alongside) }, facts, cautions };
}

/** What did not take place leaves the time to the other, and finds the nearest place that is left. */
async function withMissed(trouble: Trouble, { freedom, proposal }: Way): Promise<Solved | null> {
  const { affected } = trouble;
  const standing = affected.filter(({ appointment }) => appointment !== null);
  if (standing.length === 0) return { freedom, proposals: [proposal], missing: [] };
  const { planned, placement } = proposal;
  if (placement === null) return null;
  const context = withPlacements(cleared(trouble.context, [planned]), [{ work: planned.work, placement }]);
  const moved = await smallestChange(context, standing, STEP_BY_STEP);
  const rest = moved.missing.length === 0 ? moved : backToTray(moved, standing);
  if (rest === null) return null;
  return { freedom: farthest([freedom, rest.freedom]), proposals: [...rest.proposals, proposal], missing: [] };
}
