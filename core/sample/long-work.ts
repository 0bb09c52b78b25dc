import { minuteOfDay } from '../domain/time/clock-text.ts';
import { addMinutes, type Instant } from '../domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate } from '../domain/time/local-date.ts';
import { toInstant } from '../domain/time/local-time.ts';
import type { Zones } from '../domain/time/zones.ts';
import type { SampleService } from './catalogue.ts';
import type { Dice } from './dice.ts';
import type { SampleBay, SampleTechnician, Site } from './site.ts';
import { timed, type TimedCommand } from './timed-command.ts';

interface LongWorkTime {
  readonly dice: Dice;
  readonly zones: Zones;
  readonly site: Site;
  readonly services: readonly SampleService[];
  readonly today: LocalDate;
  readonly now: Instant;
}

/** Both begin after the days that are planned. */
const OVERHAUL_DAY = 15;
const OVERNIGHT_DAY = 16;
const INSPECTION_DAY = 25;
/** Three working days, less breaks. */
const OVERHAUL_MINUTES = 20 * 60;
const OVERNIGHT_MINUTES = 4 * 60;
/** More than any flow needs. */
const PARTS = 20;

/** A gearbox that takes three days and was cut and put together again, an engine that stays over night, and what was left over. */
export function sampleLongWork(time: LongWorkTime): readonly TimedCommand[] {
  const { dice, zones, site, today, now } = time;
  const pairs = able(time);
  const [first] = pairs;
  const second = pairs.find((one) => one.technician !== first?.technician && one.bay !== first?.bay);
  if (first === undefined || second === undefined) return [];
  const at = addMinutes(now, -35);
  const on = ({ technician }: Able, days: number, minute: number): Instant =>
    toInstant(zones, site.zone, workday(technician, addDays(today, days)), minuteOfDay(minute));
  const overhaul = booking(dice, at, site, first, {
    title: 'Gearbox overhaul',
    start: on(first, OVERHAUL_DAY, first.technician.from),
    duration: OVERHAUL_MINUTES,
  });
  const stays = second.technician.to - 120;
  const overnight = booking(dice, addMinutes(at, 1), site, second, {
    title: 'Engine out, in again',
    start: on(second, OVERNIGHT_DAY, stays),
    duration: OVERNIGHT_MINUTES,
  });
  const [begun] = overhaul.ids;
  if (begun === undefined) return [];
  const cut = dice.id<'appointment'>(at);
  return [
    overhaul.command,
    timed(addMinutes(at, 2), 'splitAppointment', { id: begun, newId: cut, at: null, minutes: 60 }),
    timed(addMinutes(at, 3), 'mergeAppointments', { id: begun, otherId: cut }),
    overnight.command,
    ...inspection(time, second, addMinutes(at, 4)),
  ];
}

/** Two hours of which one goes to the next working day. */
function inspection({ dice, zones, site, today }: LongWorkTime, { technician }: Able, at: Instant): TimedCommand[] {
  const date = workday(technician, addDays(today, INSPECTION_DAY));
  const start = toInstant(zones, site.zone, date, minuteOfDay(technician.from + 60));
  const id = dice.id<'appointment'>(at);
  const ids = Array.from({ length: PARTS }, () => dice.id<'appointment'>(at));
  return [
    timed(at, 'bookAppointment', {
      id,
      locationId: site.id,
      workOrderId: null,
      title: 'Inspection of the lifts',
      start,
      end: addMinutes(start, 120),
      claims: [{ resourceId: technician.id, role: 'lead', units: 1 }],
      as: 'confirmed',
      serviceTypeId: null,
      customerId: null,
      unitId: null,
      participants: [],
      description: '',
      reservationIds: [],
      recording: false,
    }),
    timed(addMinutes(at, 1), 'carryOver', {
      id,
      at: addMinutes(start, 60),
      rest: null,
      from: null,
      ids,
      roundBookings: true,
    }),
  ];
}

/** The first day from `date` on that is no rest day. */
function workday({ restDays }: SampleTechnician, date: LocalDate): LocalDate {
  const days = Array.from({ length: 7 }, (_, index) => addDays(date, index));
  return days.find((day) => !restDays.has(weekdayOf(day))) ?? date;
}

interface Able {
  readonly service: SampleService;
  readonly technician: SampleTechnician;
  readonly bay: SampleBay;
}

/** Who can do which repair indoors, and where. */
function able({ site, services }: LongWorkTime): readonly Able[] {
  const repairs = services.filter((service) => service.kind === 'repair' && service.capabilities !== null);
  return site.technicians
    .filter((technician) => !technician.field)
    .flatMap((technician) =>
      repairs
        .filter((service) => service.skills.every(({ skill, level }) => (technician.skills.get(skill) ?? 0) >= level))
        .flatMap((service) =>
          site.bays
            .filter((bay) => (service.capabilities ?? []).every((name) => bay.capabilities.includes(name)))
            .map((bay) => ({ service, technician, bay })),
        ),
    );
}

function booking(
  dice: Dice,
  at: Instant,
  site: Site,
  { service, technician, bay }: Able,
  what: { readonly title: string; readonly start: Instant; readonly duration: number },
) {
  const ids = Array.from({ length: PARTS }, () => dice.id<'appointment'>(at));
  const command = timed(at, 'bookLongWork', {
    ...what,
    ids,
    locationId: site.id,
    workOrderId: null,
    claims: [
      { resourceId: technician.id, role: 'lead', units: 1 },
      { resourceId: bay.id, role: 'bay', units: 1 },
    ],
    roundBookings: true,
    serviceTypeId: service.id,
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: [],
  });
  return { ids, command };
}
