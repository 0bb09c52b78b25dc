import { accept, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { ParsedInput } from '../../../contract/client.ts';
import type { Refusal } from '../../../contract/refusal.ts';
import { busyIndexOf } from '../../../domain/board/busy-index.ts';
import type { PlacementContext } from '../../../domain/board/placement-context.ts';
import { withoutAppointments } from '../../../domain/board/without-appointments.ts';
import type { Location, LocationId } from '../../../domain/organization/location.ts';
import { judge } from '../../../domain/rules/judge.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import {
  addMinutes,
  instant,
  MINUTE,
  range,
  type Instant,
  type InstantRange,
  type Minutes,
} from '../../../domain/time/instant.ts';
import type { LocalDate } from '../../../domain/time/local-date.ts';
import { localDateOf } from '../../../domain/time/local-time.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { bayOf, busyRange, leadOf, occupies } from '../../../domain/work/status-machine.ts';
import { clip } from '../../hours-cache.ts';
import { loadPlacementContext } from '../../placement-context.ts';
import type { Reader } from '../../ports/store.ts';
import { found, invalid } from '../../refusals.ts';
import type { Scene } from '../../use-case.ts';
import { liveAppointmentOf, stillOpen } from '../../work-order-check.ts';
import { ofAppointment, ofWorkOrder, type PlannedWork } from '../plan-request.ts';
import { withAbsence, withOverrun } from './changed-facts.ts';

export type TroubleNamed = ParsedInput<'repairOptions'>['trouble'];

/** What happened, in facts: the board as it will be, and the work that cannot stay as it is. */
export interface Trouble {
  readonly location: Location;
  readonly context: PlacementContext;
  /** By start; work from the tray last. */
  readonly affected: readonly PlannedWork[];
  /** Other work whose move would end the trouble as well: of two that overlap, the other one. */
  readonly instead: readonly PlannedWork[];
  /** Time that nobody uses now; null where the trouble leaves none. */
  readonly gap: Gap | null;
  /** Puts the trouble into facts of the same days that are read anew. */
  readonly change: (context: PlacementContext) => PlacementContext;
}

/** Time of a technician and a bay, from now on. */
export interface Gap {
  /** The technician first. */
  readonly resourceIds: readonly ResourceId[];
  readonly range: InstantRange;
  /** Whose time it was: their own work does not fill it. */
  readonly missed: Pick<Appointment, 'id' | 'workOrderId'>;
}

/** Places are looked for so many local days from the trouble on. */
const DAYS = 7;

/** Reads the trouble; refused with the field where something it names is not there or is no such trouble. */
export async function loadTrouble(
  read: Reader,
  scene: Scene,
  trouble: TroubleNamed,
): Promise<Outcome<Trouble, Refusal>> {
  switch (trouble.kind) {
    case 'absence':
      return ofAbsence(read, scene, trouble.resourceId, trouble.range);
    case 'overrun':
      return ofOverrun(read, scene, trouble.appointmentId, trouble.minutes);
    case 'no-show':
      return ofNoShow(read, scene, trouble.appointmentId);
    case 'emergency':
      return ofEmergency(read, scene, trouble.workOrderId);
    case 'overlap':
      return ofOverlap(read, scene, trouble.appointmentId);
  }
}

async function ofAbsence(
  read: Reader,
  scene: Scene,
  resourceId: ResourceId,
  away: InstantRange,
): Promise<Outcome<Trouble, Refusal>> {
  const resource = await found(read, 'resource', resourceId, 'trouble.resourceId');
  if (!resource.ok) return resource;
  const location = await found(read, 'location', resource.value.locationId, 'trouble.resourceId');
  if (!location.ok) return location;
  const there = await read.appointmentsOfResource(resourceId, away);
  const touched = there.filter((one) => mayStillMove(one, scene) && clip(worked(one, scene), away) !== undefined);
  return build(read, scene, location.value, instant(Math.max(scene.now, away.from)), {
    affected: touched,
    change: (context) => withAbsence(context, resourceId, away),
  });
}

async function ofOverrun(
  read: Reader,
  scene: Scene,
  appointmentId: string,
  more: Minutes,
): Promise<Outcome<Trouble, Refusal>> {
  const row = await found(read, 'appointment', appointmentId, 'trouble.appointmentId');
  if (!row.ok) return row;
  const { value: long } = row;
  const location = await found(read, 'location', long.locationId, 'trouble.appointmentId');
  if (!location.ok) return location;
  if (!occupies(long, scene.now)) return refuse({ kind: 'final-status', title: long.title, status: long.state.status });
  const until = addMinutes(busyRange(long, scene.now).to, more + REACH);
  const neighbours = (await neighboursOf(read, scene, long, until)).filter((other) => mayStillMove(other, scene));
  const change = (context: PlacementContext): PlacementContext => withOverrun(context, long.id, more);
  return build(read, scene, location.value, long.start, { affected: neighbours, change, onlyIfBlocked: true });
}

/** An overrun is felt by the drive after it, too. */
const REACH = 4 * 60;

async function ofNoShow(read: Reader, scene: Scene, appointmentId: string): Promise<Outcome<Trouble, Refusal>> {
  const row = await found(read, 'appointment', appointmentId, 'trouble.appointmentId');
  if (!row.ok) return row;
  const { value: missed } = row;
  const { status } = missed.state;
  if (status !== 'confirmed' && status !== 'no-show')
    return refuse({ kind: 'wrong-status', title: missed.title, from: status, to: 'no-show' });
  const location = await found(read, 'location', missed.locationId, 'trouble.appointmentId');
  if (!location.ok) return location;
  const workOrder = missed.workOrderId === null ? undefined : await read.get('workOrder', missed.workOrderId);
  const isBack =
    workOrder?.state.status === 'open' && (await liveAppointmentOf(read, workOrder)) === undefined ? workOrder : null;
  const gap = gapOf(missed, scene);
  if (status === 'no-show' && isBack === null && gap === null)
    return invalid('trouble.appointmentId', 'must have work that is still to be done');
  return build(read, scene, location.value, scene.now, {
    affected: status === 'confirmed' ? [missed] : [],
    tray: isBack === null ? [] : [await ofWorkOrder(read, isBack)],
    gap,
    change: (context) => context,
  });
}

/** Less than this is nobody's slot. */
const SHORTEST = 5 * MINUTE;

function gapOf(missed: Appointment, { now }: Scene): Gap | null {
  const { from, to } = busyRange(missed, now);
  const begin = instant(Math.max(from, now));
  const resourceIds = [leadOf(missed.claims), bayOf(missed.claims)].flatMap((claim) => claim?.resourceId ?? []);
  if (to - begin < SHORTEST || resourceIds.length === 0) return null;
  return { resourceIds, range: range(begin, to), missed };
}

async function ofEmergency(read: Reader, scene: Scene, workOrderId: string): Promise<Outcome<Trouble, Refusal>> {
  const row = await found(read, 'workOrder', workOrderId, 'trouble.workOrderId');
  if (!row.ok) return row;
  const open = stillOpen(row.value);
  if (!open.ok) return open;
  const live = await liveAppointmentOf(read, row.value);
  if (live !== undefined) return refuse({ kind: 'already-booked', title: live.title, start: live.start });
  const location = await found(read, 'location', row.value.locationId, 'trouble.workOrderId');
  if (!location.ok) return location;
  const planned = await ofWorkOrder(read, row.value);
  // Whoever calls it an emergency has said how much it matters, and that it cannot wait.
  const urgent = {
    ...planned,
    work: { ...planned.work, needs: { ...planned.work.needs, priority: 'urgent' as const } },
  };
  return build(read, scene, location.value, scene.now, { affected: [], tray: [urgent], change: (context) => context });
}

async function ofOverlap(read: Reader, scene: Scene, appointmentId: string): Promise<Outcome<Trouble, Refusal>> {
  const row = await found(read, 'appointment', appointmentId, 'trouble.appointmentId');
  if (!row.ok) return row;
  const { value: one } = row;
  const location = await found(read, 'location', one.locationId, 'trouble.appointmentId');
  if (!location.ok) return location;
  if (!occupies(one, scene.now)) return refuse({ kind: 'final-status', title: one.title, status: one.state.status });
  const own = busyRange(one, scene.now);
  const others = (await neighboursOf(read, scene, one, own.to)).filter(
    (other) => clip(busyRange(other, scene.now), own) !== undefined,
  );
  return build(read, scene, location.value, one.start, {
    affected: others.length > 0 && mayStillMove(one, scene) ? [one] : [],
    instead: others.filter((other) => mayStillMove(other, scene)),
    change: (context) => context,
  });
}

/** Whatever else stands on any of the same resources from its beginning until a moment. */
async function neighboursOf(
  read: Reader,
  scene: Scene,
  one: Appointment,
  until: Instant,
): Promise<readonly Appointment[]> {
  const ids = one.claims.map((claim) => claim.resourceId);
  const there = await read.occupying(ids, { from: busyRange(one, scene.now).from, to: until });
  // What overruns may have been planned to end long before.
  const underway = (await read.inStatus(one.locationId, 'in-progress')).filter(({ claims }) =>
    claims.some((claim) => ids.includes(claim.resourceId)),
  );
  const all = new Map([...there, ...underway].map((other) => [other.id, other]));
  all.delete(one.id);
  return [...all.values()];
}

/** What should have begun and has not may still go elsewhere. */
function mayStillMove({ state }: Appointment, { now }: Scene): boolean {
  switch (state.status) {
    case 'confirmed':
      return true;
    case 'held':
      return state.until > now;
    case 'requested':
    case 'in-progress':
    case 'completed':
    case 'cancelled':
    case 'no-show':
      return false;
  }
}

/** When the work itself is done, without the buffers. */
function worked(one: Appointment, { now }: Scene): InstantRange {
  return { from: one.start, to: addMinutes(busyRange(one, now).to, -one.after) };
}

interface Touched {
  readonly affected: readonly Appointment[];
  readonly instead?: readonly Appointment[];
  readonly tray?: readonly PlannedWork[];
  readonly gap?: Gap | null;
  readonly change: (context: PlacementContext) => PlacementContext;
  /** True where only those matter that the rules block after the change and did not before. */
  readonly onlyIfBlocked?: boolean;
}

async function build(
  read: Reader,
  scene: Scene,
  location: Location,
  from: Instant,
  { affected, instead = [], tray = [], gap = null, change, onlyIfBlocked = false }: Touched,
): Promise<Outcome<Trouble, Refusal>> {
  const touched: PlannedWork[] = [];
  for (const one of affected.toSorted((a, b) => a.start - b.start)) touched.push(await ofAppointment(read, scene, one));
  const others: PlannedWork[] = [];
  for (const one of instead) others.push(await ofAppointment(read, scene, one));
  const parts = [...touched, ...others, ...tray].flatMap(({ work }) => work.needs.parts.map((need) => need.partId));
  const context = await loadPlacementContext(read, scene, {
    ...daysFrom(scene, location, from),
    partIds: [...new Set(parts)],
  });
  const changed = change(context);
  const own = onlyIfBlocked ? touched.filter((one) => isNewlyBlocked(one, context, changed)) : touched;
  return accept({ location, context: changed, affected: [...own, ...tray], instead: others, gap, change });
}

function daysFrom(
  scene: Scene,
  location: Location,
  from: Instant,
): { readonly locationId: LocationId; readonly date: LocalDate; readonly days: number } {
  return { locationId: location.id, date: localDateOf(scene.surroundings.zones, location.zone, from), days: DAYS };
}

function isNewlyBlocked({ work }: PlannedWork, before: PlacementContext, after: PlacementContext): boolean {
  const { stands, needs } = work;
  if (stands === null) return false;
  const blocks = (context: PlacementContext): boolean =>
    judge(stands, needs, busyIndexOf(context), { recording: true }).level === 'block';
  return blocks(after) && !blocks(before);
}

/** The facts in which nothing of the work stands any more. */
export function cleared(context: PlacementContext, works: readonly PlannedWork[]): PlacementContext {
  return withoutAppointments(context, new Set(works.flatMap(({ appointment }) => appointment?.id ?? [])));
}
