import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Minutes } from '../../domain/time/instant.ts';
import { addDays, type LocalDate } from '../../domain/time/local-date.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { CustomerTier } from '../../domain/work/customer.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import type { PlanRequest, PlanTerms, PlanWork } from '../../planning/board/request.ts';
import { alongside } from '../claimed.ts';
import { loadAppointmentNeeds, loadWorkSource, needsOfWorkOrder } from '../needs.ts';
import { loadPlacementContext } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { isMovable } from './movable.ts';

/** One piece of work of a plan with the rows that its lines are told by. */
export interface PlannedWork {
  readonly work: PlanWork;
  readonly workOrder: WorkOrder | null;
  /** Where it stands now; null for work from the tray. */
  readonly appointment: Appointment | null;
}

export interface PlanWanted {
  readonly location: Location;
  readonly date: LocalDate;
  readonly days: number;
  readonly workOrders: readonly WorkOrder[];
  readonly mayMove: boolean;
  readonly overtime: boolean;
  /** Null takes the location's. */
  readonly perMovedPromise: number | null;
  readonly step: Minutes;
}

export interface PlanFacts {
  readonly request: PlanRequest;
  /** In the order of the request's work. */
  readonly planned: readonly PlannedWork[];
}

/** Everything a plan is made from, read once: facts of the days, the work, and what may be done at what price. */
export async function loadPlanFacts(read: Reader, scene: Scene, wanted: PlanWanted): Promise<PlanFacts> {
  const { location, date, days, workOrders } = wanted;
  const partIds = workOrders.flatMap((one) => one.parts.map((need) => need.partId));
  const facts = { locationId: location.id, date, days };
  const bare = await loadPlacementContext(read, scene, { ...facts, partIds: [...new Set(partIds)] });
  const planned: PlannedWork[] = [];
  for (const workOrder of workOrders) planned.push(await ofWorkOrder(read, workOrder));
  const standing = wanted.mayMove ? await movableOf(read, scene, location, bare) : [];
  planned.push(...standing);
  const own = standing.flatMap(({ work }) => work.needs.parts.map((need) => need.partId));
  const missing = own.some((id) => !partIds.includes(id));
  const context = missing
    ? await loadPlacementContext(read, scene, { ...facts, partIds: [...new Set([...partIds, ...own])] })
    : bare;
  // Where what is left out would fit instead.
  const later = await loadPlacementContext(read, scene, {
    locationId: location.id,
    date: addDays(date, days),
    days: LATER_DAYS,
    partIds: context.parts.map(({ partId }) => partId),
  });
  const work = planned.map((one) => one.work);
  return { planned, request: { context, later, work, terms: termsOf(context, wanted), step: wanted.step } };
}

/** Past any weekend. */
const LATER_DAYS = 4;

export function termsOf(
  { policy: { planning } }: PlacementContext,
  { overtime, perMovedPromise }: Pick<PlanWanted, 'overtime' | 'perMovedPromise'>,
): PlanTerms {
  return {
    overtime: overtime ? { most: planning.overtimeMost, perMinute: planning.overtimePerMinute } : null,
    keptFree: { share: planning.keptFree, perMinute: planning.keptFreePerMinute },
    perMovedPromise: perMovedPromise ?? planning.perMovedPromise,
  };
}

async function movableOf(
  read: Reader,
  scene: Scene,
  location: Location,
  { range }: PlacementContext,
): Promise<readonly PlannedWork[]> {
  const there = await read.appointmentsAt(location.id, range);
  const movable: PlannedWork[] = [];
  for (const one of there) if (isMovable(one, range, scene)) movable.push(await ofAppointment(read, scene, one));
  return movable;
}

export async function ofWorkOrder(read: Reader, workOrder: WorkOrder): Promise<PlannedWork> {
  const needs = needsOfWorkOrder(workOrder, await loadWorkSource(read, { workOrder }));
  const tier = await tierOf(read, workOrder.customerId);
  return { work: { ...bare(workOrder.id, needs, tier), stands: null }, workOrder, appointment: null };
}

export async function ofAppointment(read: Reader, scene: Scene, appointment: Appointment): Promise<PlannedWork> {
  const { id, start, end, claims, customerId } = appointment;
  const { needs, source } = await loadAppointmentNeeds(read, appointment, scene.now);
  const work: PlanWork = {
    ...bare(id, needs, await tierOf(read, customerId)),
    assistants: claims.filter((claim) => claim.role === 'assistant').length,
    alongside: alongside(claims),
    stands: { start, end, claims },
  };
  return { work, workOrder: source.workOrder, appointment };
}

function bare(id: string, needs: PlacementNeeds, tier: CustomerTier | null): Omit<PlanWork, 'stands'> {
  return { id, needs, tier, assistants: 0, alongside: [], follows: null };
}

async function tierOf(read: Reader, customerId: string | null): Promise<CustomerTier | null> {
  if (customerId === null) return null;
  return (await read.get('customer', customerId))?.tier ?? null;
}
