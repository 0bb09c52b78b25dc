import { DEFAULT_POLICY } from '../domain/organization/organization.ts';
import { addMinutes, instant, minutes, type Instant } from '../domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate } from '../domain/time/local-date.ts';
import { startOfDay } from '../domain/time/local-time.ts';
import type { Zones } from '../domain/time/zones.ts';
import { sampleAlerts, TELEMATICS } from './alerts.ts';
import { sampleCatalogue, sampleStock, type SampleCatalogue } from './catalogue.ts';
import { sampleCustomers } from './customers.ts';
import { planDay, type DayStyle, type PlannedVisit } from './day-plan.ts';
import { diceFrom, type Dice } from './dice.ts';
import { booking, livesOf } from './life.ts';
import { sampleLongWork } from './long-work.ts';
import { sampleResources } from './resources.ts';
import { dispatcherOf, SAMPLE_CANCELLATION, sampleRules } from './rules.ts';
import { sampleSeries } from './series.ts';
import { PLACES, sampleSite, type Site, type SiteSize } from './site.ts';
import { timed, type TimedCommand } from './timed-command.ts';
import { sampleTray } from './tray.ts';
import { samplePublished, sampleWaitlist } from './waiting.ts';
import { sampleUsers } from './users.ts';

/** Minutes; a work day would not bear more. */
const LONGEST_OVERRUN = 90;

export type SampleScale = 'day' | 'large' | 'dense';
export type { TimedCommand } from './timed-command.ts';

interface Scale {
  readonly sizes: readonly SiteSize[];
  readonly customers: readonly number[];
  readonly tray: readonly number[];
  /** Days before and after today that are planned. */
  readonly before: number;
  readonly after: number;
  readonly style: DayStyle;
  /** Share of the load that each day ahead has less than the one before it: next week is not full yet. */
  readonly fading: number;
  readonly most: number;
  readonly workOrders: number;
  readonly stock: number;
  readonly dailyMaximum: number;
}

const SCALES: Readonly<Record<SampleScale, Scale>> = {
  day: {
    sizes: [
      { technicians: 9, bays: 8, maximum: 6 },
      { technicians: 5, bays: 2, maximum: 6 },
    ],
    customers: [110, 50],
    tray: [44, 16],
    before: 7,
    after: 13,
    style: { buffer: 15, length: null, load: [65, 100], meetings: 0.06 },
    fading: 0.09,
    most: Number.POSITIVE_INFINITY,
    workOrders: 1,
    stock: 900,
    dailyMaximum: 6,
  },
  large: {
    sizes: [{ technicians: 200, bays: 100, maximum: 6 }],
    customers: [20_000],
    tray: [300],
    before: 365,
    after: 365,
    style: { buffer: 15, length: null, load: [5, 22], meetings: 0.06 },
    fading: 0,
    most: 100_000,
    workOrders: 0.25,
    stock: 1_000_000 - 100,
    dailyMaximum: 6,
  },
  dense: {
    sizes: [{ technicians: 200, bays: 100, maximum: 12 }],
    customers: [2000],
    tray: [300],
    before: 0,
    after: 6,
    style: { buffer: 0, length: 30, load: [100, 100], meetings: 0.5 },
    fading: 0,
    most: 10_000,
    workOrders: 0.25,
    stock: 100_000,
    dailyMaximum: 12,
  },
};

/**
 * All commands that make the sample organization, in the order of the simulated clock. The same day, moment and scale
 * give the same commands, ids included. `now` says how far today has come.
 */
export function sampleCommands(
  zones: Zones,
  options: { readonly today: LocalDate; readonly now: Instant; readonly scale: SampleScale },
): TimedCommand[] {
  const { today, now } = options;
  const scale = SCALES[options.scale];
  const dice = diceFrom(`laneway ${options.scale} ${today}`);
  // Long enough ago that the oldest visit could have been booked nine days ahead.
  const opened = addMinutes(now, -(scale.before + 12) * 24 * 60);
  const catalogue = sampleCatalogue(dice, addMinutes(opened, 2));
  const organization: readonly TimedCommand[] = [
    timed(opened, 'createOrganization', {
      id: dice.id<'organization'>(opened),
      name: 'Harbour & Lakeside Service',
      currency: 'EUR',
      skills: [...catalogue.skills, TELEMATICS],
      capabilities: [...catalogue.capabilities],
      policy: {
        ...DEFAULT_POLICY,
        bufferAfter: minutes(scale.style.buffer),
        dailyMaximum: scale.dailyMaximum,
        severities: {},
        cancellation: SAMPLE_CANCELLATION,
      },
    }),
    ...catalogue.commands,
  ];
  let left = scale.most;
  let ruled: { readonly site: Site; readonly commands: readonly TimedCommand[] } | undefined;
  const sites = scale.sizes.flatMap((size, index) => {
    const place = PLACES[index];
    if (place === undefined) return [];
    const site = sampleSite(dice, zones, place, size, weekdayOf(today), addMinutes(opened, 3));
    const visits = siteCommands(dice, zones, site, catalogue, scale, index, { today, now, opened, left });
    left -= visits.count;
    // The last site, so that the tray and the lanes of the first stay as they are.
    ruled = { site, commands: visits.commands };
    const things =
      options.scale === 'day'
        ? sampleResources({ dice: diceFrom(`laneway things ${today} ${index}`), zones, site, today, now, opened })
        : [];
    const waiting = { dice: diceFrom(`laneway waiting ${today} ${index}`), zones, site, today, now };
    const from = { ...waiting, services: catalogue.services, commands: visits.commands };
    const waits = options.scale === 'day' ? (index === 0 ? sampleWaitlist(from) : samplePublished(from)) : [];
    const repeating =
      options.scale === 'day' && index === 0
        ? sampleSeries({ dice: diceFrom(`laneway series ${today}`), site, today, now, known: visits.commands })
        : [];
    // The second site, so that the tray and the lanes of the first stay as they are.
    const alerts =
      options.scale === 'day' && index === 1
        ? sampleAlerts({
            dice: diceFrom(`laneway alerts ${today}`),
            now,
            opened,
            site: visits.commands,
            locationId: site.id,
            scarce: catalogue.parts.slice(12),
            kinds: catalogue.commands,
          })
        : [];
    const long =
      options.scale === 'day' && index === 0
        ? sampleLongWork({
            dice: diceFrom(`laneway long ${today}`),
            zones,
            site,
            services: catalogue.services,
            today,
            now,
          })
        : [];
    return [site.commands, visits.commands, things, waits, repeating, alerts, long];
  });
  const users = sampleUsers(diceFrom(`laneway users ${today}`), addMinutes(opened, 6), sites.flat(2));
  const rules =
    options.scale === 'day' && ruled !== undefined
      ? sampleRules({
          dice: diceFrom(`laneway rules ${today}`),
          zones,
          ...ruled,
          services: catalogue.services,
          dispatcher: dispatcherOf(users),
          today,
          now,
        })
      : [];
  return [organization, ...sites, users, rules].flat(2).toSorted((a, b) => a.at - b.at);
}

function siteCommands(
  dice: Dice,
  zones: Zones,
  site: Site,
  catalogue: SampleCatalogue,
  scale: Scale,
  index: number,
  time: { readonly today: LocalDate; readonly now: Instant; readonly opened: Instant; readonly left: number },
): { readonly commands: readonly TimedCommand[]; readonly count: number } {
  const { today, now, opened } = time;
  const { services, parts } = catalogue;
  const setUp = addMinutes(opened, 5);
  const stock = sampleStock(dice, parts, site.id, setUp, now, scale.stock);
  const { customers, commands: clients } = sampleCustomers(dice, site.place, scale.customers[index] ?? 0, setUp);
  const commands: TimedCommand[] = [...stock, ...clients, ...trainingOf(dice, zones, site, today, now)];
  const firm = addMinutes(opened, 10);
  let count = 0;
  for (let day = -scale.before; day <= scale.after; day += 1) {
    const away = Math.abs(day) <= 3;
    const present = { ...site, technicians: site.technicians.filter((one) => !(away && one.training)) };
    const style = fadedStyle(scale.style, scale.fading, day);
    const visits = planDay(dice, zones, present, services, customers, addDays(today, day), style);
    const late = overrunOf(visits, now);
    for (const visit of visits) {
      if (count >= time.left) break;
      count += 1;
      const withWorkOrder = scale.workOrders >= 1 || dice.chance(scale.workOrders);
      if (day > 0 && count % 37 === 0 && visit.service !== null) commands.push(...heldVisit(dice, site, visit, now));
      else
        commands.push(
          ...livesOf(dice, site.id, visit, now, { opened: firm, course: courseOf(visit, late), withWorkOrder }),
        );
    }
  }
  commands.push(...sampleTray(dice, site.id, services, customers, parts.slice(12), scale.tray[index] ?? 0, now));
  return { commands, count };
}

function fadedStyle(style: DayStyle, fading: number, day: number): DayStyle {
  const left = Math.max(0.1, 1 - Math.max(0, day) * fading);
  const [least, most] = style.load;
  return { ...style, load: [Math.round(least * left), Math.round(most * left)] };
}

/** One visit that should be over and is not, so that the promise after it is at risk; nobody else waits for its bay. */
function overrunOf(visits: readonly PlannedVisit[], now: Instant): PlannedVisit | undefined {
  const isFollowed = (visit: PlannedVisit): boolean =>
    visits.some((next) => next.technicianId === visit.technicianId && next.start >= visit.end && next.service !== null);
  const isAlone = (visit: PlannedVisit): boolean =>
    visits.every((one) => one.bayId !== visit.bayId || one.start <= visit.start || one.start > now);
  const candidates = visits.filter(
    (visit) =>
      visit.service !== null &&
      visit.end <= now &&
      addMinutes(visit.end, LONGEST_OVERRUN) > now &&
      isFollowed(visit) &&
      isAlone(visit),
  );
  return candidates.toSorted((a, b) => b.end - a.end)[0];
}

function courseOf(visit: PlannedVisit, late: PlannedVisit | undefined): 'as-planned' | 'overruns' | 'waits' {
  if (late === undefined || visit.technicianId !== late.technicianId || visit.start < late.start) return 'as-planned';
  return visit === late ? 'overruns' : 'waits';
}

/** A hold made a few minutes ago, still counting down when the console opens. */
function heldVisit(dice: Dice, site: Site, visit: PlannedVisit, now: Instant): TimedCommand[] {
  const at = addMinutes(now, -dice.between(1, 4));
  const workOrderId = dice.id<'work-order'>(at);
  return booking(dice, site.id, visit, at, { id: dice.id<'appointment'>(at), as: 'held', workOrderId });
}

/** Whoever is in training is away from three days ago until three days from now, in whole local days. */
function trainingOf(dice: Dice, zones: Zones, site: Site, today: LocalDate, now: Instant): TimedCommand[] {
  const at = instant(addMinutes(now, -5 * 24 * 60));
  return site.technicians
    .filter((technician) => technician.training)
    .map(({ id }) => {
      const from = startOfDay(zones, site.zone, addDays(today, -3));
      const to = startOfDay(zones, site.zone, addDays(today, 4));
      return timed(at, 'recordAbsence', {
        id: dice.id<'absence'>(at),
        resourceId: id,
        range: { from, to },
        reason: 'Training',
      });
    });
}
