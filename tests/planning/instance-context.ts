import { busyIndexOf, type BusyIndex } from '../../core/domain/board/busy-index.ts';
import type { BusyClaim, PlacementContext } from '../../core/domain/board/placement-context.ts';
import type { Placement, PlacementNeeds } from '../../core/domain/board/placement.ts';
import type { Coordinates } from '../../core/domain/organization/location.ts';
import { addMinutes, minutes, range, type Instant } from '../../core/domain/time/instant.ts';
import { addDays, localDate } from '../../core/domain/time/local-date.ts';
import type { Claim } from '../../core/domain/work/appointment.ts';
import type { Priority } from '../../core/domain/work/service-type.ts';
import type { Instance, InstanceJob } from '../fixtures/planning/generate.mjs';
import type { Assignment } from '../fixtures/planning/score.mjs';
import {
  appointment,
  at,
  bay,
  context,
  inBay,
  lead,
  needs,
  part,
  resource,
  technician,
} from '../domain/board/a-context.ts';

const DAY_ZERO = at('00:00');
const PRIORITY: readonly Priority[] = ['low', 'low', 'normal', 'normal', 'high', 'urgent'];

/** Minute of the instance to instant. */
export function moment(minute: number): Instant {
  return addMinutes(DAY_ZERO, minute);
}

/** A site stands where its number is, so that the travel matrix can be looked up by coordinates. */
function site(number: number): Coordinates {
  return { latitude: number, longitude: 0 };
}

const technicianName = (id: number): string => `t${String(id).padStart(2, '0')}`;
const bayName = (id: number): string => `b${String(id).padStart(2, '0')}`;

/** A tbs-1 instance with a plan on it, as the product sees it. All bays must stand in one shop. */
export function indexOf(instance: Instance, plan: readonly Assignment[]): BusyIndex {
  return busyIndexOf(contextOf(instance, plan), (from, to) =>
    minutes(instance.travel[from.latitude]?.[to.latitude] ?? Infinity),
  );
}

function contextOf(instance: Instance, plan: readonly Assignment[]): PlacementContext {
  const first = localDate('2026-03-02');
  const whole = range(moment(0), moment(1440 * instance.days));
  const shop = instance.bays[0]?.site ?? 0;
  const claims = plan.map((one) => ({ ...one, claim: claimOf(job(instance, one.job), one.start, shop) }));
  return context({
    now: moment(0),
    range: whole,
    days: Array.from({ length: instance.days }, (_, day) => ({
      ...range(moment(1440 * day), moment(1440 * (day + 1))),
      date: addDays(first, day),
      noon: moment(1440 * day + 720),
    })),
    coordinates: site(shop),
    open: [whole],
    technicians: instance.technicians.map((one) =>
      technician(technicianName(one.id), {
        skills: one.skills.flatMap((level, skill) =>
          level === 1 || level === 2 || level === 3
            ? [{ skill: instance.skillNames[skill] ?? '', level, expiresOn: null }]
            : [],
        ),
        home: site(one.home),
        dailyMaximum: one.maxJobsPerDay,
        targetMinutes: one.targetMinutes === null ? null : minutes(one.targetMinutes),
        shifts: one.shifts.map((shift) => ({
          ...range(moment(shift.start), moment(shift.end)),
          date: addDays(first, shift.day),
          closed: shift.closed.map(([from, to]) => ({
            ...range(moment(from), moment(to)),
            why: 'break',
            name: 'Closed',
          })),
        })),
        busy: claims.filter((claim) => claim.tech === one.id).map(({ claim }) => claim),
      }),
    ),
    bays: instance.bays.map((one) =>
      bay(bayName(one.id), {
        capabilities: one.caps.map((capability) => instance.bayCapNames[capability] ?? ''),
        turnover: minutes(one.turnover),
        open: one.hours.map((hours) => range(moment(hours.start), moment(hours.end))),
        busy: claims.filter((claim) => claim.bay === one.id).map(({ claim }) => claim),
      }),
    ),
    parts: instance.parts.map((one) => ({
      partId: part(String(one.id)),
      name: `part ${one.id}`,
      lots: one.lots.map((lot) => ({ at: moment(lot.at), quantity: lot.qty })),
      taken: claims.flatMap(({ claim, job: number }) =>
        job(instance, number).parts.flatMap((need) =>
          need.part === one.id ? [{ at: claim.from, quantity: need.qty, appointmentId: claim.appointmentId }] : [],
        ),
      ),
      leadTimeDays: 0,
    })),
  });
}

function job(instance: Instance, id: number): InstanceJob {
  const one = instance.jobs[id];
  if (one === undefined) throw new Error(`No job ${id}`);
  return one;
}

function claimOf(of: InstanceJob, start: number, shop: number): BusyClaim {
  return {
    appointmentId: appointment(`job ${of.id}`),
    title: `job ${of.id}`,
    from: moment(start - of.before),
    to: moment(start + of.duration + of.after),
    start: moment(start),
    end: moment(start + of.duration),
    units: 1,
    at: site(of.site ?? shop),
    pinned: false,
  };
}

export function needsOf(instance: Instance, of: InstanceJob): PlacementNeeds {
  return needs({
    title: `job ${of.id}`,
    duration: minutes(of.duration),
    before: minutes(of.before),
    after: minutes(of.after),
    skills: of.skills.flatMap(({ skill, level }) =>
      level === 1 || level === 2 || level === 3 ? [{ skill: instance.skillNames[skill] ?? '', level }] : [],
    ),
    capabilities: of.bayCaps?.map((capability) => instance.bayCapNames[capability] ?? '') ?? null,
    parts: of.parts.map((need) => ({ partId: part(String(need.part)), quantity: need.qty })),
    windows: of.windows.map(([from, to]) => range(moment(from), moment(to))),
    due: of.due === null ? null : moment(of.due),
    priority: PRIORITY[of.priority] ?? 'normal',
    preferredTechnicians: of.preferredTechs.map((id) => resource(technicianName(id))),
    forbiddenTechnicians: of.forbiddenTechs.map((id) => resource(technicianName(id))),
    place: of.site === null ? null : { address: '', coordinates: site(of.site) },
    askedAt: moment(0),
  });
}

export function placementOf(of: InstanceJob, one: Assignment): Placement {
  const claims: Claim[] = [lead(technicianName(one.tech))];
  if (one.bay !== null) claims.push(inBay(bayName(one.bay)));
  return { start: moment(one.start), end: moment(one.start + of.duration), claims };
}
