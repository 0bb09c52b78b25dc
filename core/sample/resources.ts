import type { CommandArgs } from '../contract/client.ts';
import { addMinutes, type Instant } from '../domain/time/instant.ts';
import { minuteOfDay } from '../domain/time/clock-text.ts';
import { addDays, weekdayOf, type LocalDate } from '../domain/time/local-date.ts';
import { toInstant } from '../domain/time/local-time.ts';
import type { ResourceId } from '../domain/resources/resource.ts';
import type { Zones } from '../domain/time/zones.ts';
import type { Claim, ClaimRole } from '../domain/work/appointment.ts';
import type { Dice } from './dice.ts';
import type { SampleTechnician, Site } from './site.ts';
import { timed, type TimedCommand } from './timed-command.ts';

type NewResource = CommandArgs<'addResource'>;
type Participants = CommandArgs<'bookAppointment'>['participants'];

/** What a site has besides people and bays. */
interface Things {
  readonly crane: ResourceId;
  readonly bench: ResourceId;
  readonly meeting: ResourceId;
  readonly hall: ResourceId;
  readonly crew: ResourceId;
  readonly cars: ResourceId;
}

interface SiteTime {
  readonly dice: Dice;
  readonly zones: Zones;
  readonly site: Site;
  readonly today: LocalDate;
  readonly now: Instant;
  readonly opened: Instant;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const everyDay = (from: number, to: number) => WEEK.map((weekday) => ({ weekday, from, to }));
const CREW = 5;
const SEATS = 12;

/**
 * A crane, a diagnostic bench, a meeting room, a hall with seats, a team of five and three courtesy cars at each site, with
 * meetings, interviews and jobs that claim them. All of it lies beyond the days that are planned, or takes nobody.
 */
export function sampleResources(time: SiteTime): readonly TimedCommand[] {
  const { dice, opened } = time;
  const at = addMinutes(opened, 7);
  const id = (): ResourceId => dice.id<'resource'>(at);
  const things: Things = { crane: id(), bench: id(), meeting: id(), hall: id(), crew: id(), cars: id() };
  return [
    ...addThings(time, things).map((args) => timed(at, 'addResource', args)),
    timed(addMinutes(at, 1), 'setAvailability', {
      resourceId: things.meeting,
      from: 480,
      to: 1080,
      weekdays: [...WEEK],
    }),
    timed(addMinutes(at, 2), 'recordAbsence', {
      id: dice.id<'absence'>(at),
      resourceId: things.crane,
      range: { from: moment(time, 9, 0), to: moment(time, 10, 0) },
      reason: 'Yearly inspection',
    }),
    ...bookings(time, things),
    ...interview(time, things),
  ];
}

function addThings({ site, today }: SiteTime, things: Things): readonly NewResource[] {
  const shared = (id: ResourceId, name: string, position: number) => ({
    id,
    name,
    position,
    locationId: site.id,
    active: true,
    hours: everyDay(420, 1110),
  });
  const lifts = { capability: 'Lifts 5 t', level: 2 as const, expiresOn: addDays(today, 200) };
  const inspected = { date: addDays(today, 21), spans: [{ from: 720, to: 1020 }] };
  return [
    { ...shared(things.crane, 'Mobile crane', 0), kind: 'equipment', capabilities: [lifts, 'Remote control'] },
    {
      ...shared(things.bench, 'Diagnostic bench', 1),
      kind: 'equipment',
      capabilities: ['Diagnostics'],
      breaks: everyDay(720, 750),
      overrides: [inspected],
      externalIds: [{ source: 'assets', id: `BENCH-${site.place.countryCode}` }],
    },
    { ...shared(things.meeting, 'Meeting room', 2), kind: 'room', capabilities: ['Projector'] },
    {
      ...shared(things.hall, 'Training room', 3),
      kind: 'room',
      capacity: SEATS,
      customData: { floor: 1, catering: true },
    },
    {
      ...shared(things.crew, 'Field crew', 4),
      kind: 'team',
      members: site.technicians.slice(0, CREW).map((technician) => technician.id),
    },
    { ...shared(things.cars, 'Courtesy cars', 5), kind: 'custom', type: 'Courtesy car', capacity: 3 },
  ];
}

/** The clock showing `minute` so many days from today. */
function moment({ zones, site, today }: SiteTime, days: number, minute: number): Instant {
  return toInstant(zones, site.zone, addDays(today, days), minuteOfDay(minute));
}

function claim(resourceId: ResourceId, role: ClaimRole, units = 1): Claim {
  return { resourceId, role, units };
}

function booked(
  time: SiteTime,
  title: string,
  when: { readonly day: number; readonly from: number; readonly to: number },
  claims: readonly Claim[],
  participants: Participants = [],
): TimedCommand {
  const { dice, site, now } = time;
  const at = addMinutes(now, -dice.between(60, 240));
  return timed(at, 'bookAppointment', {
    id: dice.id<'appointment'>(at),
    locationId: site.id,
    workOrderId: null,
    title,
    start: moment(time, when.day, when.from),
    end: moment(time, when.day, when.to),
    claims: [...claims],
    as: 'confirmed',
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    participants,
    description: '',
    reservationIds: [],
    recording: false,
  });
}

function bookings(time: SiteTime, things: Things): readonly TimedCommand[] {
  const day = (days: number, from: number, to: number) => ({ day: days, from, to });
  return [
    booked(time, 'Crane hire: container lift', day(15, 450, 720), [claim(things.crane, 'equipment')]),
    booked(time, 'Rooftop unit exchange', day(16, 540, 780), [
      claim(things.crew, 'team', 3),
      claim(things.crane, 'equipment'),
    ]),
    booked(time, 'High-voltage course', day(18, 780, 930), [
      claim(things.hall, 'room', 8),
      claim(things.bench, 'equipment'),
    ]),
    booked(time, 'Fleet customers’ evening', day(18, 960, 1080), [claim(things.hall, 'room', SEATS)]),
    booked(time, 'Courtesy car: weekend loan', day(15, 480, 1020), [claim(things.cars, 'custom')]),
    booked(time, 'Courtesy cars: wedding party', day(15, 600, 900), [claim(things.cars, 'custom', 2)]),
    booked(
      time,
      'Supplier review',
      day(19, 600, 660),
      [claim(things.meeting, 'room')],
      [
        {
          name: 'Dana Ferreira',
          role: 'organizer',
          email: 'dana.ferreira@example.com',
          phone: '',
          response: 'accepted',
        },
        {
          name: 'Pavel Novak',
          role: 'attendee',
          email: 'pavel.novak@supplier.example',
          phone: '',
          response: 'tentative',
        },
      ],
    ),
  ];
}

/** Two technicians meet a candidate in the meeting room, on the first later day on which two of them work. */
function interview(time: SiteTime, things: Things): readonly TimedCommand[] {
  const { site, today } = time;
  const [from, to] = [600, 660];
  for (let day = 16; day < 23; day += 1) {
    const weekday = weekdayOf(addDays(today, day));
    const isThere = (one: SampleTechnician): boolean =>
      !one.restDays.has(weekday) && one.from + 60 <= from && to + 60 <= one.breakFrom && !one.field;
    const [first, second] = site.technicians.slice(-CREW).filter(isThere);
    if (first === undefined || second === undefined) continue;
    const people = [claim(first.id, 'lead'), claim(second.id, 'assistant'), claim(things.meeting, 'room')];
    return [
      booked(time, 'Interview, diagnostics technician', { day, from, to }, people, [
        {
          name: 'Nils Andersen',
          role: 'customer',
          email: 'nils.andersen@example.com',
          phone: '',
          response: 'accepted',
        },
        {
          name: 'Henrik Aalto',
          role: 'interviewer',
          email: 'henrik.aalto@example.com',
          phone: '',
          response: 'accepted',
        },
      ]),
    ];
  }
  return [];
}
