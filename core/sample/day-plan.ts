import { travelMinutes } from '../domain/board/travel.ts';
import { DEFAULT_TRAVEL, type Coordinates } from '../domain/organization/location.ts';
import type { ResourceId } from '../domain/resources/resource.ts';
import { addMinutes, minutesBetween, type Instant } from '../domain/time/instant.ts';
import { weekdayOf, type LocalDate } from '../domain/time/local-date.ts';
import { startOfDay, toInstant } from '../domain/time/local-time.ts';
import { minuteOfDay } from '../domain/time/clock-text.ts';
import type { Zones } from '../domain/time/zones.ts';
import type { SampleService } from './catalogue.ts';
import type { SampleCustomer } from './customers.ts';
import type { Dice } from './dice.ts';
import { MEETINGS, type SampleBay, type SampleTechnician, type Site } from './site.ts';

/** One future appointment of the sample, already free of conflicts. */
export interface PlannedVisit {
  readonly technicianId: ResourceId;
  readonly bayId: ResourceId | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly title: string;
  /** Null for a meeting, which has neither customer nor work order. */
  readonly service: SampleService | null;
  readonly customer: SampleCustomer | null;
}

export interface DayStyle {
  /** Free minutes after each visit, the organization's buffer. */
  readonly buffer: number;
  /** Fixed length of each visit; null takes the service's. */
  readonly length: number | null;
  /** Share of a shift that is filled, least and most, in per cent. */
  readonly load: readonly [number, number];
  /** Share of the workshop's visits that are meetings: no bay, no customer. */
  readonly meetings: number;
}

const quarter = (minute: number): number => Math.ceil(minute / 15) * 15;

/** Fills one day of a site so that every booking rule is content: shifts, breaks, skills, travel, bays, turnover. */
export function planDay(
  dice: Dice,
  zones: Zones,
  site: Site,
  services: readonly SampleService[],
  customers: readonly SampleCustomer[],
  date: LocalDate,
  style: DayStyle,
): PlannedVisit[] {
  const taken = new Map<ResourceId, { from: number; to: number }[]>();
  const visits: PlannedVisit[] = [];
  // A day's first minute is not always midnight's: wall minutes go through the zone, never through addition.
  const at = (minute: number): Instant => toInstant(zones, site.zone, date, minuteOfDay(minute));
  if (minutesBetween(startOfDay(zones, site.zone, date), at(1439)) < 1300) return visits;
  // Whoever can do the least chooses first, else the bays for it are taken by those who could do other work.
  const choosy = site.technicians.toSorted((a, b) => a.skills.size - b.skills.size);
  for (const technician of choosy) {
    if (technician.restDays.has(weekdayOf(date))) continue;
    visits.push(
      ...planShift(dice, site, technician, services, customers, style, taken).map(({ start, end, ...rest }) => ({
        ...rest,
        start: at(start),
        end: addMinutes(at(start), end - start),
      })),
    );
  }
  return visits;
}

type LocalVisit = Omit<PlannedVisit, 'start' | 'end'> & { readonly start: number; readonly end: number };

function planShift(
  dice: Dice,
  site: Site,
  technician: SampleTechnician,
  services: readonly SampleService[],
  customers: readonly SampleCustomer[],
  style: DayStyle,
  taken: Map<ResourceId, { from: number; to: number }[]>,
): LocalVisit[] {
  const able = services.filter(
    (service) =>
      (service.capabilities === null) === technician.field &&
      service.skills.every(({ skill, level }) => (technician.skills.get(skill) ?? 0) >= level),
  );
  const visits: LocalVisit[] = [];
  if (able.length === 0) return visits;
  const fullAt = technician.from + ((technician.to - technician.from) * dice.between(...style.load)) / 100;
  let free = technician.from;
  let here: Coordinates = technician.home;
  const meetingNext = (): boolean => !technician.field && dice.chance(style.meetings);
  let meeting = meetingNext();
  for (
    let tries = 0;
    tries < technician.maximum * 8 && visits.length < technician.maximum && free < fullAt;
    tries += 1
  ) {
    // What still fits before the break goes first, as a dispatcher would have it.
    const short = able.filter(({ duration }) => free + duration + style.buffer <= technician.breakFrom);
    const service = dice.pick(short.length > 0 ? short : able);
    const customer = dice.pick(customers);
    const there = technician.field ? customer.coordinates : site.coordinates;
    const length = style.length ?? (meeting ? 45 : service.duration);
    const drive = travelMinutes(DEFAULT_TRAVEL, here, there);
    let start = quarter(free + drive);
    // Neither the drive nor the work touches the break: both begin again after it.
    if (start + length + style.buffer > technician.breakFrom && free < technician.breakTo)
      start = quarter(technician.breakTo + drive);
    const done = start + length + style.buffer;
    if (done + travelMinutes(DEFAULT_TRAVEL, there, technician.home) > technician.to) continue;
    const bay = technician.field || meeting ? null : freeBay(site.bays, service, taken, start, done);
    if (bay === undefined) {
      // Other work may find a bay at this hour; only then is it worth waiting for one.
      if (tries % 4 === 3) free += 15;
      continue;
    }
    if (bay !== null) taken.set(bay.id, [...(taken.get(bay.id) ?? []), { from: start, to: done + bay.turnover }]);
    const place = { technicianId: technician.id, bayId: bay?.id ?? null, start, end: start + length };
    if (meeting) visits.push({ ...place, title: dice.pick(MEETINGS), service: null, customer: null });
    else visits.push({ ...place, title: dice.pick(service.titles), service, customer });
    free = done + (dice.chance(0.2) ? dice.pick([15, 30]) : 0);
    here = there;
    meeting = meetingNext();
  }
  return visits;
}

function freeBay(
  bays: readonly SampleBay[],
  service: SampleService,
  taken: ReadonlyMap<ResourceId, readonly { from: number; to: number }[]>,
  from: number,
  done: number,
): SampleBay | undefined {
  const needs = service.capabilities ?? [];
  // Work that any bay will do goes to the far ones, which offer the most and are asked for last.
  const asked = needs.length === 0 ? bays.toReversed() : bays;
  return asked.find(
    (bay) =>
      needs.every((capability) => bay.capabilities.includes(capability)) &&
      (taken.get(bay.id) ?? []).every((other) => other.to <= from || done + bay.turnover <= other.from),
  );
}
