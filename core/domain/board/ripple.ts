import type { Coordinates } from '../organization/location.ts';
import type { ResourceId } from '../resources/resource.ts';
import { instant, MINUTE, minutes, type Instant, type InstantRange, type Minutes } from '../time/instant.ts';
import type { AppointmentId, AppointmentState, Claim } from '../work/appointment.ts';
import type { TravelTime } from './travel.ts';

/** An appointment as the ripple sees it. `state` is what is shown: a hold that ran out is a request. */
export interface RippleVisit {
  readonly id: AppointmentId;
  readonly start: Instant;
  readonly end: Instant;
  readonly state: AppointmentState;
  readonly claims: readonly Claim[];
  readonly at: Coordinates;
}

export interface RippleFacts {
  readonly now: Instant;
  readonly drive: TravelTime;
  /** Minutes a bay wants between two appointments; 0 for others. */
  readonly turnoverOf?: (resourceId: ResourceId) => Minutes;
  /** How many units there are; 1 where nobody says. Who takes a unit that is free waits for nobody. */
  readonly capacityOf?: (resourceId: ResourceId) => number;
  /** What is supposed to happen, by appointment. */
  readonly delays?: ReadonlyMap<AppointmentId, Delay>;
}

/** Begins that much later than planned, and lasts that much longer. */
export interface Delay {
  readonly lateStart: Minutes;
  readonly overrun: Minutes;
}

/** When an appointment will really be, as far as anybody can tell now. */
export interface Expected {
  readonly start: Instant;
  readonly end: Instant;
  /** Still to be kept. */
  readonly open: boolean;
  /** What comes before it and lasts beyond its start, on any of its resources; null when nothing does. */
  readonly pushedBy: AppointmentId | null;
}

/** When a unit of a resource will be free, and where it is then. */
interface Free {
  readonly at: Instant;
  readonly place: Coordinates;
  readonly by: AppointmentId;
}

/**
 * Goes through the day: work that is late ends late, and pushes what follows on its people and its bay by what the buffer
 * between them, the drive of the people and the turnover of the bay do not absorb, and so on down the chain. Work that was
 * never started by its planned end says nothing about where its people are, so it pushes nobody; a request keeps no place.
 * What is called off has no answer. `visits` are sorted by start.
 */
export function expectedTimes(
  visits: readonly RippleVisit[],
  facts: RippleFacts,
): ReadonlyMap<AppointmentId, Expected> {
  const times = new Map<AppointmentId, Expected>();
  const free = new Map<ResourceId, readonly Free[]>();
  for (const visit of visits) {
    const course = courseOf(visit, free, facts);
    if (course === undefined) continue;
    times.set(visit.id, course.expected);
    if (!course.pushes) continue;
    const taken = { at: course.expected.end, place: visit.at, by: visit.id };
    for (const claim of visit.claims) free.set(claim.resourceId, unitsAfter(claim, taken, free, facts));
  }
  return times;
}

/** When the units of the resource are free again, the soonest first. */
function unitsAfter(
  claim: Claim,
  taken: Free,
  free: ReadonlyMap<ResourceId, readonly Free[]>,
  facts: RippleFacts,
): readonly Free[] {
  if (capacityOf(claim, facts) === 1) return [taken];
  const stays = (free.get(claim.resourceId) ?? []).slice(waitsFor(claim, free, facts));
  const units = [...stays, ...Array.from({ length: claim.units }, () => taken)];
  return units.toSorted((a, b) => a.at - b.at);
}

/** How many of those who have units of the resource must be done before there is room, the soonest first. */
function waitsFor(claim: Claim, free: ReadonlyMap<ResourceId, readonly Free[]>, facts: RippleFacts): number {
  const taken = free.get(claim.resourceId)?.length ?? 0;
  return Math.max(0, taken + claim.units - capacityOf(claim, facts));
}

function capacityOf(claim: Claim, facts: RippleFacts): number {
  return facts.capacityOf?.(claim.resourceId) ?? 1;
}

interface Course {
  readonly expected: Expected;
  readonly pushes: boolean;
}

function courseOf(
  visit: RippleVisit,
  free: ReadonlyMap<ResourceId, readonly Free[]>,
  facts: RippleFacts,
): Course | undefined {
  const { now } = facts;
  const { start, end, state } = visit;
  const length = end - start;
  const { lateStart = 0, overrun = 0 } = facts.delays?.get(visit.id) ?? {};
  switch (state.status) {
    case 'cancelled':
    case 'no-show':
      return undefined;
    case 'completed':
      return {
        expected: { start: state.startedAt, end: state.endedAt, open: false, pushedBy: null },
        pushes: true,
      };
    case 'in-progress': {
      const until = Math.max(end, state.startedAt + length, now) + overrun * MINUTE;
      return {
        expected: { start: state.startedAt, end: instant(until), open: true, pushedBy: null },
        pushes: true,
      };
    }
    case 'requested':
      return { expected: { start, end, open: true, pushedBy: null }, pushes: false };
    case 'held':
    case 'confirmed': {
      const ready = readyAt(visit, free, facts);
      const begins = Math.max(start + lateStart * MINUTE, now, ready.at);
      return {
        expected: {
          start: instant(begins),
          end: instant(begins + length + overrun * MINUTE),
          open: true,
          pushedBy: ready.at > start ? ready.by : null,
        },
        pushes: end > now,
      };
    }
  }
}

const NOBODY = { at: 0, by: null };

/** When everyone and everything it claims can be there, and who comes last. */
function readyAt(
  visit: RippleVisit,
  free: ReadonlyMap<ResourceId, readonly Free[]>,
  facts: RippleFacts,
): { readonly at: number; readonly by: AppointmentId | null } {
  let last: { readonly at: number; readonly by: AppointmentId | null } = NOBODY;
  for (const claim of visit.claims) {
    const units = free.get(claim.resourceId);
    if (units === undefined) continue;
    const from = units[waitsFor(claim, free, facts) - 1];
    if (from === undefined) continue;
    const pause = isPerson(claim) ? facts.drive(from.place, visit.at) : (facts.turnoverOf?.(claim.resourceId) ?? 0);
    const at = from.at + pause * MINUTE;
    if (at > last.at) last = { at, by: from.by };
  }
  return last;
}

function isPerson(claim: Claim): boolean {
  return claim.role === 'lead' || claim.role === 'assistant';
}

/** What was promised about an appointment. */
export interface Promised {
  readonly start: Instant;
  /** Starts; both ends count. Empty when none was promised. */
  readonly windows: readonly InstantRange[];
  readonly due: Instant | null;
  /** A customer was told the start. */
  readonly told: boolean;
}

export interface BrokenPromise {
  readonly promise: 'start' | 'window' | 'due';
  readonly promised: Instant;
  readonly late: Minutes;
}

/** The promises that the expected times break, and by how much; minutes are rounded up. */
export function brokenPromises(promised: Promised, expected: Expected): readonly BrokenPromise[] {
  const { start, windows, due, told } = promised;
  const broken: BrokenPromise[] = [];
  const note = (promise: BrokenPromise['promise'], at: number, really: number): void => {
    broken.push({ promise, promised: instant(at), late: minutes(Math.ceil((really - at) / MINUTE)) });
  };
  if (windows.length > 0) {
    const keeps = windows.some((one) => one.from <= expected.start && expected.start <= one.to);
    const missed = windows.filter((one) => one.to < expected.start).map((one) => one.to);
    if (!keeps && missed.length > 0) note('window', Math.max(...missed), expected.start);
  } else if (told && expected.start > start) note('start', start, expected.start);
  if (due !== null && expected.end > due) note('due', due, expected.end);
  return broken;
}
