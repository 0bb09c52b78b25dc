import type { CommandArgs, ParsedArgs } from '../contract/client.ts';
import type { CancellationPolicy } from '../domain/organization/cancellation-policy.ts';
import type { UserId } from '../domain/organization/actor.ts';
import { minuteOfDay } from '../domain/time/clock-text.ts';
import { addMinutes, minutes, type Instant } from '../domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate } from '../domain/time/local-date.ts';
import { toInstant } from '../domain/time/local-time.ts';
import type { Zones } from '../domain/time/zones.ts';
import type { CustomerId } from '../domain/work/customer.ts';
import type { FeeId } from '../domain/work/fee.ts';
import type { SampleService } from './catalogue.ts';
import type { Dice } from './dice.ts';
import type { SampleTechnician, Site } from './site.ts';
import { timed, type TimedCommand } from './timed-command.ts';

/** Half the price for calling off within a day, nothing for fleets; a flat sum for not coming. */
export const SAMPLE_CANCELLATION: CancellationPolicy = {
  freeUntil: minutes(24 * 60),
  late: { terms: { kind: 'percent', percent: 50 }, byServiceType: {}, exemptTiers: ['fleet'] },
  noShow: { terms: { kind: 'fixed', amount: { minor: 4000, currency: 'EUR' } }, byServiceType: {}, exemptTiers: [] },
};

/** Days ahead on which nothing is planned: the board of the coming days stays as it is. */
const AHEAD = 40;
/** A day before those that are planned. */
const PAST = -9;
const DAY = 24 * 60;
const WEEK = [1, 2, 3, 4, 5, 6, 7];

interface Given {
  readonly dice: Dice;
  readonly zones: Zones;
  readonly site: Site;
  /** The site's own commands, in which its customers are. */
  readonly commands: readonly TimedCommand[];
  readonly services: readonly SampleService[];
  /** A dispatcher: somebody who may plan and not approve. */
  readonly dispatcher: UserId | null;
  readonly today: LocalDate;
  readonly now: Instant;
}

/**
 * A rule of every kind at one site, a booking that waits for approval and one that a rule let through, dates that moved as
 * often as agreed, and late cancellations with their fees in every state.
 */
export function sampleRules(given: Given): readonly TimedCommand[] {
  const { commands, today } = given;
  const customer = commands.find(
    ({ name, args }) => name === 'addCustomer' && (args as CommandArgs<'addCustomer'>).tier === 'standard',
  );
  const customerId = customer === undefined ? null : (customer.args as ParsedArgs<'addCustomer'>).id;
  const [first, second] = workersOn(given.site, addDays(today, AHEAD));
  if (customerId === null || first === undefined || second === undefined) return [];
  return [
    ...rules(given, first),
    ...approvals(given, second, customerId),
    ...extras(given, customerId),
    ...fees(given, customerId),
  ];
}

/** Who works on that day. */
function workersOn(site: Site, date: LocalDate): readonly SampleTechnician[] {
  return site.technicians.filter((one) => !one.restDays.has(weekdayOf(date)) && !one.training);
}

interface Diagnosis {
  readonly worker: SampleTechnician;
  readonly service: SampleService;
}

/** A diagnosis without parts, somebody who can do it that day, and a bay for it. */
function diagnosisOn({ site, services, today }: Given, day: number): Diagnosis | null {
  const workers = workersOn(site, addDays(today, day));
  for (const service of services) {
    const { kind, parts, skills, capabilities } = service;
    const bay = site.bays.some((one) => capabilities?.every((wanted) => one.capabilities.includes(wanted)) === true);
    const worker = workers.find((one) => skills.every(({ skill, level }) => (one.skills.get(skill) ?? 0) >= level));
    if (kind === 'diagnostic' && parts.length === 0 && bay && worker !== undefined) return { worker, service };
  }
  return null;
}

function rules({ dice, site, today, now, zones }: Given, worker: SampleTechnician): readonly TimedCommand[] {
  const at = addMinutes(now, -2 * DAY);
  const rule = (
    name: string,
    more: Pick<CommandArgs<'addScheduleRule'>, 'scope' | 'priority' | 'rule'>,
  ): TimedCommand => timed(at, 'addScheduleRule', { id: dice.id(at), name, description: '', active: true, ...more });
  const location = { of: 'location', locationId: site.id } as const;
  const day = addDays(today, AHEAD + 7);
  const from = toInstant(zones, site.zone, day, minuteOfDay(13 * 60));
  return [
    rule('Short mornings', {
      scope: { of: 'resource', resourceId: worker.id },
      priority: 10,
      rule: {
        kind: 'availability',
        hours: WEEK.map((weekday) => ({ weekday, from: 540, to: 780 })),
        during: { from: addDays(today, AHEAD + 2), to: addDays(today, AHEAD + 9) },
      },
    }),
    rule('Short jobs', {
      scope: { of: 'organization' },
      priority: 10,
      rule: { kind: 'auto-approval', maximumDuration: 120, minimumPriority: 'normal' },
    }),
    rule('Long jobs', {
      scope: location,
      priority: 20,
      rule: { kind: 'require-approval', minimumDuration: 150, minimumPriority: null },
    }),
    rule('Forty a day', { scope: location, priority: 5, rule: { kind: 'capacity-limit', maximum: 40, per: 'day' } }),
    timed(at, 'addBlackout', {
      id: dice.id(at),
      resourceId: null,
      locationId: site.id,
      name: 'Stocktaking',
      description: 'The doors stay shut while the shelves are counted',
      range: { from, to: addMinutes(from, 180) },
    }),
  ];
}

type Booking = Partial<CommandArgs<'bookAppointment'>>;

/** Books time on somebody so many minutes after the shift has begun, on a day ahead. */
function booking(
  { dice, site, zones, today }: Given,
  worker: SampleTechnician,
  at: Instant,
  when: { readonly day: number; readonly after: number; readonly length: number },
  more: Booking,
): { readonly id: CommandArgs<'bookAppointment'>['id']; readonly start: Instant; readonly command: TimedCommand } {
  const id = dice.id<'appointment'>(at);
  const start = toInstant(zones, site.zone, addDays(today, when.day), minuteOfDay(worker.from + when.after));
  const none = { workOrderId: null, serviceTypeId: null, unitId: null, customerId: null };
  const args: CommandArgs<'bookAppointment'> = {
    id,
    locationId: site.id,
    title: 'Inspection',
    start,
    end: addMinutes(start, when.length),
    claims: [{ resourceId: worker.id, role: 'lead', units: 1 }],
    as: 'confirmed',
    ...none,
    participants: [],
    description: '',
    reservationIds: [],
    recording: false,
    ...more,
  };
  return { id, start, command: timed(at, 'bookAppointment', args) };
}

function approvals(given: Given, worker: SampleTechnician, customerId: CustomerId): readonly TimedCommand[] {
  const { dispatcher, now } = given;
  if (dispatcher === null) return [];
  const at = addMinutes(now, -95);
  const when = (day: number, length: number) => ({ day, after: 15, length });
  const title = 'Rebuild of the tail lift';
  const waits = booking(given, worker, at, when(AHEAD, 180), { title, customerId });
  const short = booking(given, worker, addMinutes(at, 4), when(AHEAD + 21, 60), { title: 'Handover', customerId });
  return [
    { ...waits.command, by: dispatcher },
    { ...short.command, by: dispatcher },
  ];
}

/** One that another system made, with all it knows, moved as often as its customer may. */
function extras(given: Given, customerId: CustomerId): readonly TimedCommand[] {
  const day = AHEAD + 28;
  const found = diagnosisOn(given, day);
  if (found === null) return [];
  const { worker, service } = found;
  const at = addMinutes(given.now, -80);
  const length = service.duration;
  const made = booking(
    given,
    worker,
    at,
    { day, after: 15, length },
    {
      title: 'Diagnosis after a breakdown',
      customerId,
      serviceTypeId: service.id,
      source: { source: 'cflows', id: 'booking-2041' },
      externalIds: [{ source: 'crm', id: 'case-778' }],
      requestedBy: 'Workflow "Breakdown"',
      workItem: { type: 'breakdown', id: 'WI-2041' },
      customData: { mileage: 184_220, codes: ['P0300'], engine: 'diesel' },
      rescheduleLimit: 1,
      zone: 'Europe/Lisbon',
      locationText: 'Gate 3, ring twice',
      meetingUrl: 'https://meet.example.com/diagnosis',
    },
  );
  const start = addMinutes(made.start, 15);
  const move = { id: made.id, start, end: addMinutes(start, length), claims: null, findPartner: true };
  return [made.command, timed(addMinutes(at, 12), 'moveAppointment', move)];
}

/** Booked and called off within a day of the start: one fee is due, one paid, one waived, and one refunded. */
function fees(given: Given, customerId: CustomerId): readonly TimedCommand[] {
  const found = diagnosisOn(given, PAST);
  if (found === null) return [];
  const { worker, service } = found;
  const { dice, now } = given;
  const { start } = booking(given, worker, now, { day: PAST, after: 15, length: service.duration }, {});
  const asked = addMinutes(start, -600);
  const later = addMinutes(now, -DAY);
  const outcomes: readonly ((id: FeeId) => readonly TimedCommand[])[] = [
    () => [],
    (id) => [timed(later, 'settleFee', { id, reference: 'Invoice 4471' })],
    (id) => [timed(later, 'waiveFee', { id, reason: 'First time, and the customer rang' })],
    (id) => [
      timed(later, 'settleFee', { id, reference: 'Invoice 4483' }),
      timed(addMinutes(later, 20), 'refundFee', { id, reason: 'The workshop had moved the date before' }),
    ],
  ];
  return outcomes.flatMap((outcome, index) => {
    const when = { day: PAST, after: 15, length: service.duration };
    const work = { title: service.titles[0] ?? 'Diagnosis', customerId, serviceTypeId: service.id };
    // In the night before, one after the other, so that none stands in another's way.
    const at = addMinutes(asked, 30 * index);
    const made = booking(given, worker, at, when, work);
    const feeId = dice.id<'fee'>(at);
    return [
      made.command,
      timed(addMinutes(at, 20), 'cancelAppointment', { id: made.id, reason: 'The vehicle runs again', feeId }),
      ...outcome(feeId),
    ];
  });
}

/** A user who may plan and not approve. */
export function dispatcherOf(users: readonly TimedCommand[]): UserId | null {
  for (const { name, args } of users) {
    if (name !== 'addUser') continue;
    // The table of commands gives each name its own arguments.
    const { id, role } = args as ParsedArgs<'addUser'>;
    if (role === 'dispatcher') return id;
  }
  return null;
}
