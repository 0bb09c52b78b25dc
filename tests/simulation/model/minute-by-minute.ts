import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { every, type AppointmentRow, type Model } from './rows.ts';
import { A_DAY } from './policy.ts';
import { DAILY_MAXIMUM, OPEN, RANGE, type Lane, type Service, type Site } from './site.ts';

/** What somebody wants judged. */
export interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  readonly claims: readonly Claim[];
  /** Null is time booked by itself: it needs nothing. */
  readonly service: Service | null;
  /** The appointment that moves does not stand in its own way. */
  readonly own: string | null;
  readonly recording: boolean;
}

/** 0 clear, 1 caution, 2 block. */
export type Level = 0 | 1 | 2;

export interface Trouble {
  readonly rule: string;
  readonly level: Level;
}

export function worst(troubles: readonly Trouble[]): Level {
  return troubles.reduce<Level>((level, one) => (one.level > level ? one.level : level), 0);
}

const DAY = 24 * 60 * MINUTE;
const OSLO_WINTER = 60 * MINUTE;

const dayOf = (at: number): number => Math.floor((at + OSLO_WINTER) / DAY);
const minuteOf = (at: number): number => ((at + OSLO_WINTER) % DAY) / MINUTE;
const dateOf = (at: number): string => new Date(at + OSLO_WINTER).toISOString().slice(0, 10);

function all(from: number, to: number, holds: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += MINUTE) if (!holds(at)) return false;
  return true;
}

/** Held until it runs out, confirmed and in progress take what they claim. */
export function occupies({ state }: AppointmentRow, now: number): boolean {
  if (state.status === 'held') return state.until > now;
  return state.status === 'confirmed' || state.status === 'in-progress';
}

/** A hold that has run out and is still written down: it keeps nothing from anybody, neither time nor parts. */
export function isStale({ state }: AppointmentRow, now: number): boolean {
  return state.status === 'held' && state.until <= now;
}

/** From the buffer before to the buffer after; work that overruns is busy until now. */
export function busy(one: AppointmentRow, now: number): { readonly from: number; readonly to: number } {
  const end = one.state.status === 'in-progress' ? Math.max(one.end, now) : one.end;
  return { from: one.start - one.before * MINUTE, to: end + one.after * MINUTE };
}

function unitsOn(one: AppointmentRow, lane: ResourceId): number {
  return one.claims.reduce((sum, claim) => sum + (claim.resourceId === lane ? claim.units : 0), 0);
}

function othersOn(model: Model, lane: Lane, own: string | null): readonly AppointmentRow[] {
  return every(model.rows, 'appointment').filter(
    (one) => one.id !== own && unitsOn(one, lane.id) > 0 && occupies(one, model.now),
  );
}

function isAway(model: Model, lane: Lane, at: number): boolean {
  return every(model.rows, 'absence').some(
    ({ resourceId, range }) => resourceId === lane.id && range.from <= at && at < range.to,
  );
}

const TUESDAY = '2026-11-24';
const within = (span: { readonly from: number; readonly to: number } | null, minute: number): boolean =>
  span !== null && minute >= span.from && minute < span.to;

/** In its hours: those of a stored rule go before its own. */
function inShift(lane: Lane, at: number): boolean {
  return within(dateOf(at) === TUESDAY && lane.tuesday !== null ? lane.tuesday : lane, minuteOf(at));
}

function works(lane: Lane, at: number): boolean {
  const isBlack = dateOf(at) === TUESDAY && within(lane.blackout, minuteOf(at));
  return inShift(lane, at) && !within(lane.pause, minuteOf(at)) && !isBlack;
}

/** What speaks against this lane for the work. */
export function troublesOn(model: Model, lane: Lane, wanted: Wanted, units: number): readonly Trouble[] {
  const from = wanted.start - wanted.before * MINUTE;
  const to = wanted.end + wanted.after * MINUTE;
  const others = othersOn(model, lane, wanted.own).map((one) => ({
    ...busy(one, model.now),
    units: unitsOn(one, lane.id),
  }));
  const usedAt = (at: number): number =>
    others.reduce((sum, one) => sum + (one.from <= at && at < one.to ? one.units : 0), 0);
  const room = lane.capacity - units;
  const isFree = all(from, to, (at) => usedAt(at) <= room);
  const isThere = all(from, to, (at) => works(lane, at) && !isAway(model, lane, at));
  const troubles: Trouble[] = [];
  const add = (rule: string, level: Level, isWrong: boolean): void => {
    if (isWrong) troubles.push({ rule, level });
  };
  if (lane.kind === 'technician') {
    const skills = wanted.service?.skills ?? [];
    const hasShiftMinute = !all(from, to, (at) => !inShift(lane, at));
    const sameDay = others.filter(
      (one) => !all(one.from, one.to, (at) => dayOf(at) !== dayOf(from) || !inShift(lane, at)),
    );
    add(
      'skills',
      2,
      skills.some(({ skill, level }) => (lane.skills[skill] ?? 0) < level),
    );
    add('on-shift', 2, !isThere);
    add('technician-free', 2, !isFree);
    add('daily-maximum', 1, hasShiftMinute && sameDay.length >= DAILY_MAXIMUM);
    return troubles;
  }
  if (lane.kind === 'equipment') {
    add('resource-open', 2, !isThere);
    add('resource-free', 2, !isFree);
    return troubles;
  }
  const pause = lane.turnover * MINUTE;
  // A place is ready for the next only when its turnover is over.
  const turningAt = (at: number): number =>
    others.reduce((sum, one) => sum + (one.from <= at && at < one.to + pause ? one.units : 0), 0);
  add(
    'bay-capable',
    2,
    (wanted.service?.capabilities ?? []).some((one) => !lane.capabilities.includes(one)),
  );
  add('bay-open', 2, !isThere);
  add('bay-free', 2, !isFree || !all(from, to + pause, (at) => turningAt(at) <= room));
  return troubles;
}

/** What speaks against the work at that time, whoever does it. */
export function troublesOfWork(model: Model, site: Site, wanted: Wanted): readonly Trouble[] {
  const { start, end, service } = wanted;
  const closures = every(model.rows, 'location').flatMap((one) => one.closures);
  const isOpen = (at: number): boolean =>
    minuteOf(at) >= OPEN.from &&
    minuteOf(at) < OPEN.to &&
    !closures.some((one) => one.from <= dateOf(at) && dateOf(at) <= one.to);
  const length = (end - start) / MINUTE;
  const hasBay = wanted.claims.some((claim) => claim.role === 'bay');
  const troubles: Trouble[] = [];
  const add = (rule: string, level: Level, isWrong: boolean): void => {
    if (isWrong) troubles.push({ rule, level });
  };
  add('bay-capable', 2, service !== null && service.capabilities !== null && !hasBay);
  add('not-past', 2, !wanted.recording && start < model.now);
  add('duration-range', 1, service !== null && (length < RANGE.shortest || length > RANGE.longest));
  add('location-open', 2, !all(start, end, isOpen));
  add('capacity-limit', 2, service !== null && service === site.services[1] && sameDay(model, wanted) >= A_DAY);
  const needed = service?.thermostats ?? 0;
  add('parts-there', 2, needed > 0 && spare(model, site, start - wanted.before * MINUTE, wanted.own) < needed);
  return troubles;
}

/** Others of the same service that begin on that day, those that are done included. */
function sameDay(model: Model, { start, service, own }: Wanted): number {
  return every(model.rows, 'appointment').filter(
    (one) =>
      one.id !== own &&
      one.serviceTypeId === service?.id &&
      dayOf(one.start) === dayOf(start) &&
      (occupies(one, model.now) || one.state.status === 'completed'),
  ).length;
}

/** How many may be taken at `from` so that nobody who takes one later goes without. */
function spare(model: Model, site: Site, from: number, own: string | null): number {
  const stocks = every(model.rows, 'stock').filter((one) => one.id === site.stockId);
  const lots = stocks.flatMap((one) =>
    one.arrivals.map(({ at, quantity }) => ({ at: Math.max(at, model.now), quantity })),
  );
  const onHand = stocks.reduce((sum, one) => sum + one.onHand, 0);
  const taken = every(model.rows, 'reservation').flatMap((one) => {
    const appointment = every(model.rows, 'appointment').find(({ id }) => id === one.appointmentId);
    const counts = appointment !== undefined && appointment.id !== own && !one.consumed;
    return counts ? [{ at: busy(appointment, model.now).from, quantity: one.quantity }] : [];
  });
  const sum = (list: readonly { readonly at: number; readonly quantity: number }[], until: number): number =>
    list.reduce((total, one) => total + (one.at <= until ? one.quantity : 0), 0);
  const moments = [from, ...[...lots, ...taken].map((one) => one.at).filter((at) => at > from)];
  return Math.min(...moments.map((at) => onHand + sum(lots, at) - sum(taken, at)));
}
