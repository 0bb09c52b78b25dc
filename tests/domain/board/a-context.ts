import type {
  BayFacts,
  BusyClaim,
  OtherFacts,
  PlacementContext,
  TechnicianFacts,
} from '../../../core/domain/board/placement-context.ts';
import type { Placement, PlacementNeeds } from '../../../core/domain/board/placement.ts';
import { NO_RULES } from '../../../core/domain/board/rule-facts.ts';
import { DEFAULT_TRAVEL, type Coordinates, type LocationId } from '../../../core/domain/organization/location.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import type { PartId } from '../../../core/domain/parts/part.ts';
import type { Capability, ResourceId } from '../../../core/domain/resources/resource.ts';
import {
  addMinutes,
  instant,
  minutes,
  range,
  type Instant,
  type InstantRange,
} from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import type { AppointmentId, Claim } from '../../../core/domain/work/appointment.ts';

const MIDNIGHT = Date.UTC(2026, 2, 2);

/** A wall time of the context's first day, in UTC: `at('10:15')`; `at('10:15', 1)` is a day later. */
export function at(time: string, day = 0): Instant {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return instant(MIDNIGHT + ((day * 24 + hours) * 60 + rest) * 60_000);
}

export function span(from: string, to: string, day = 0): InstantRange {
  return range(at(from, day), at(to, day));
}

export const SHOP: Coordinates = { latitude: 52.52, longitude: 13.405 };
/** About 11.1 km north of the shop: 3 + 11.12 x 1.3 / 45 x 60 = 22.3, so 23 minutes. */
export const NORTH: Coordinates = { latitude: 52.62, longitude: 13.405 };

export const resource = (name: string): ResourceId => name as ResourceId;
export const appointment = (name: string): AppointmentId => name as AppointmentId;
export const part = (name: string): PartId => name as PartId;

export function busy(title: string, from: string, to: string, more: Partial<BusyClaim> = {}): BusyClaim {
  return {
    appointmentId: appointment(title),
    title,
    from: at(from),
    to: at(to),
    start: at(from),
    end: at(to),
    units: 1,
    at: SHOP,
    pinned: false,
    ...more,
  };
}

export function technician(name: string, more: Partial<TechnicianFacts> = {}): TechnicianFacts {
  return {
    id: resource(name),
    name,
    skills: [{ skill: 'Engine', level: 2, expiresOn: null }],
    home: SHOP,
    dailyMaximum: 6,
    targetMinutes: null,
    capacity: 1,
    shifts: [
      {
        ...span('08:00', '17:00'),
        date: localDate('2026-03-02'),
        closed: [{ ...span('12:00', '12:30'), why: 'break', name: 'Lunch' }],
      },
    ],
    absences: [],
    busy: [],
    ...more,
  };
}

/** Capabilities by their bare names do not expire. */
type BayMore = Omit<Partial<BayFacts>, 'capabilities'> & { readonly capabilities?: readonly (string | Capability)[] };

const offering = (names: readonly (string | Capability)[]): readonly Capability[] =>
  names.map((one) => (typeof one === 'string' ? { capability: one, level: 1, expiresOn: null } : one));

export function bay(name: string, more: BayMore = {}): BayFacts {
  return {
    id: resource(name),
    name,
    turnover: minutes(0),
    capacity: 1,
    open: [span('07:00', '18:00')],
    absences: [],
    busy: [],
    ...more,
    capabilities: offering(more.capabilities ?? ['lift']),
  };
}

/** A room for one, open like a bay; `more` makes anything else of it. */
export function other(name: string, more: Partial<OtherFacts> = {}): OtherFacts {
  return {
    id: resource(name),
    kind: 'room',
    name,
    type: '',
    capabilities: [],
    capacity: 1,
    open: [span('07:00', '18:00')],
    absences: [],
    busy: [],
    members: [],
    ...more,
  };
}

/** One day, Monday 2 March 2026, at 07:00; open 07:00 to 18:00. */
export function context(more: Partial<PlacementContext> = {}): PlacementContext {
  return {
    now: at('07:00'),
    range: range(at('00:00'), at('24:00')),
    days: [{ ...range(at('00:00'), at('24:00')), date: localDate('2026-03-02'), noon: at('12:00') }],
    locationId: 'shop' as LocationId,
    zone: 'UTC' as ZoneId,
    coordinates: SHOP,
    travel: DEFAULT_TRAVEL,
    policy: DEFAULT_POLICY,
    open: [span('07:00', '18:00')],
    closures: [],
    technicians: [],
    bays: [],
    others: [],
    parts: [],
    rules: NO_RULES,
    ...more,
  };
}

/** One hour of engine work without buffers that needs neither bay nor parts. */
export function needs(more: Partial<PlacementNeeds> = {}): PlacementNeeds {
  return {
    appointmentId: null,
    title: 'Misfire at idle',
    serviceTypeId: null,
    duration: minutes(60),
    before: minutes(0),
    after: minutes(0),
    skills: [],
    capabilities: null,
    parts: [],
    windows: [],
    due: null,
    priority: 'normal',
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
    durationRange: null,
    askedAt: at('07:00'),
    ...more,
  };
}

export function lead(name: string): Claim {
  return { resourceId: resource(name), role: 'lead', units: 1 };
}

export function inBay(name: string): Claim {
  return { resourceId: resource(name), role: 'bay', units: 1 };
}

export function placed(from: string, length: number, ...claims: readonly Claim[]): Placement {
  return { start: at(from), end: addMinutes(at(from), length), claims };
}
