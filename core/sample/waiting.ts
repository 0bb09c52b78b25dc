import type { CommandArgs } from '../contract/client.ts';
import { minuteOfDay } from '../domain/time/clock-text.ts';
import { addMinutes, instant, type Instant } from '../domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate } from '../domain/time/local-date.ts';
import { toInstant } from '../domain/time/local-time.ts';
import type { Zones } from '../domain/time/zones.ts';
import type { SampleService } from './catalogue.ts';
import type { Dice } from './dice.ts';
import type { SampleTechnician, Site } from './site.ts';
import { timed, type TimedCommand } from './timed-command.ts';

/** Days ahead on which nothing is planned yet: what waits here stays off the board of the coming days. */
const AHEAD = 15;
const DAY = 24 * 60;
/** The buffer after each job, with time to spare for the grid of starts. */
const AROUND = 30;

interface Waiting {
  readonly dice: Dice;
  readonly zones: Zones;
  readonly site: Site;
  readonly services: readonly SampleService[];
  /** The site's own commands, in which its customers are. */
  readonly commands: readonly TimedCommand[];
  readonly today: LocalDate;
  readonly now: Instant;
}

/** A waitlist with offers that were declined, taken and let run out, and slots shown to the portal of a customer. */
export function sampleWaitlist(given: Waiting): readonly TimedCommand[] {
  const found = placesOf(given);
  const [first, second] = found;
  if (first === undefined || second === undefined) return [];
  const { dice, site, commands, now } = given;
  const customers = commands.flatMap(({ name, args }) =>
    name === 'addCustomer' ? [(args as CommandArgs<'addCustomer'>).id] : [],
  );
  const asked = addMinutes(now, -2 * DAY);
  const wish = (place: Place, at: Instant, more: Partial<CommandArgs<'addWaitlistEntry'>>) => {
    const id = dice.id<'waitlist-entry'>(at);
    const entry: CommandArgs<'addWaitlistEntry'> = {
      id,
      locationId: site.id,
      customerId: dice.pick(customers),
      workOrderId: null,
      serviceTypeId: place.service.id,
      duration: null,
      priority: 'normal',
      windows: [{ from: place.start, to: addMinutes(place.start, 15) }],
      preferredTechnicians: [],
      note: '',
      ...more,
    };
    return { id, command: timed(at, 'addWaitlistEntry', entry) };
  };
  const offer = (place: Place, at: Instant, entryId: string): TimedCommand =>
    timed(at, 'offerSlot', {
      id: dice.id<'appointment'>(at),
      locationId: site.id,
      resourceId: place.technician.id,
      range: { from: place.start, to: addMinutes(place.start, place.service.duration + AROUND) },
      entryId,
    });
  const declines = wish(first, asked, { priority: 'high', note: 'Any morning, but please ring first' });
  const accepts = wish(first, addMinutes(asked, 40), { preferredTechnicians: [first.technician.id] });
  const misses = wish(second, addMinutes(asked, 90), { priority: 'low' });
  const leaves = wish(second, addMinutes(asked, 120), {});
  const offered = addMinutes(now, -DAY);
  return [
    ...[declines, accepts, misses, leaves].map(({ command }) => command),
    offer(first, offered, declines.id),
    timed(addMinutes(offered, 6), 'declineOffer', { id: declines.id }),
    offer(first, addMinutes(offered, 7), accepts.id),
    timed(addMinutes(offered, 12), 'acceptOffer', { id: accepts.id }),
    offer(second, addMinutes(offered, 20), misses.id),
    timed(addMinutes(offered, 40), 'sweepHolds', {}),
    timed(addMinutes(offered, 90), 'withdrawWaitlistEntry', { id: leaves.id, reason: 'Booked at another workshop' }),
    shown(given, first, addMinutes(now, -3)),
  ];
}

/** A location that publishes its slots: one technician's for three weeks, one day of them withdrawn, and some shown. */
export function samplePublished(given: Waiting): readonly TimedCommand[] {
  const [place] = placesOf(given);
  const { site, today, now, zones } = given;
  const added = site.commands.find(({ name }) => name === 'addLocation');
  if (place === undefined || added === undefined) return [];
  const at = addMinutes(now, -3 * DAY);
  const withdrawn = addDays(today, AHEAD - 2);
  const midnight = (date: LocalDate): Instant => toInstant(zones, site.zone, date, minuteOfDay(0));
  return [
    timed(at, 'updateLocation', { ...(added.args as CommandArgs<'addLocation'>), exposes: 'published' }),
    timed(addMinutes(at, 1), 'generateSlots', {
      locationId: site.id,
      resourceIds: [place.technician.id],
      from: addDays(today, 1),
      days: AHEAD + 7,
      duration: place.service.duration,
      gap: 15,
      serviceTypeId: null,
    }),
    timed(addMinutes(at, 2), 'withdrawSlots', {
      locationId: site.id,
      resourceId: place.technician.id,
      range: { from: midnight(withdrawn), to: midnight(addDays(withdrawn, 1)) },
    }),
    shown(given, place, addMinutes(now, -2)),
  ];
}

function shown({ dice, site, today }: Waiting, { service }: Place, at: Instant): TimedCommand {
  return timed(at, 'exposeSlots', {
    id: dice.id<'exposure'>(at),
    requester: 'customer-portal',
    locationId: site.id,
    serviceTypeId: service.id,
    resourceId: null,
    from: addDays(today, AHEAD),
    days: 7,
  });
}

/** Work, who can do it, and a free start. */
interface Place {
  readonly service: SampleService;
  readonly technician: SampleTechnician;
  readonly start: Instant;
}

/** One for each technician who has a workshop service that fits in before the break. */
function placesOf({ zones, site, services, today }: Waiting): readonly Place[] {
  const inBay = services.filter(
    ({ capabilities, parts }) =>
      parts.length === 0 &&
      capabilities !== null &&
      site.bays.some((bay) => capabilities.every((one) => bay.capabilities.includes(one))),
  );
  return site.technicians.flatMap((technician) => {
    const service = inBay.find(
      ({ skills, duration }) =>
        duration + 2 * AROUND <= technician.breakFrom - technician.from &&
        skills.every(({ skill, level }) => (technician.skills.get(skill) ?? 0) >= level),
    );
    const date = [0, 1, 2, 3, 4, 5, 6]
      .map((offset) => addDays(today, AHEAD + offset))
      .find((one) => !technician.restDays.has(weekdayOf(one)));
    if (service === undefined || date === undefined || technician.field) return [];
    const begins = Math.ceil(Math.max(technician.from, site.place.from) / 15) * 15;
    return [{ service, technician, start: instant(toInstant(zones, site.zone, date, minuteOfDay(begins))) }];
  });
}
