import type { CommandArgs } from '../contract/client.ts';
import { minuteOfDay, clockText } from '../domain/time/clock-text.ts';
import { addMinutes, type Instant } from '../domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate, type Weekday } from '../domain/time/local-date.ts';
import type { CustomerId } from '../domain/work/customer.ts';
import { asId } from '../kernel/id.ts';
import type { Dice } from './dice.ts';
import type { SampleTechnician, Site } from './site.ts';
import { timed, type TimedCommand } from './timed-command.ts';

interface SeriesTime {
  readonly dice: Dice;
  readonly site: Site;
  readonly today: LocalDate;
  readonly now: Instant;
  /** The site's other commands, for the customers they add. */
  readonly known: readonly TimedCommand[];
}

type NewSeries = CommandArgs<'createSeries'>;

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** All of it begins after the days that are planned. */
const FIRST = 21;

/** A weekly meeting, a fleet customer's monthly contract, and a visit every other Monday and Wednesday, one of them skipped. */
export function sampleSeries(time: SeriesTime): readonly TimedCommand[] {
  const { dice, site, today, now } = time;
  const at = addMinutes(now, -40);
  const indoors = site.technicians.filter((technician) => !technician.field);
  const [first, second] = indoors;
  const visitor = indoors.slice(2).find((technician) => works(technician, 1) && works(technician, 3)) ?? second;
  const bay = site.bays[0];
  if (first === undefined || second === undefined || visitor === undefined || bay === undefined) return [];
  const series = (args: Omit<NewSeries, 'id' | 'locationId'>): NewSeries => ({
    id: dice.id<'series'>(at),
    locationId: site.id,
    ...args,
  });
  const lead = (technician: SampleTechnician) => ({ resourceId: technician.id, role: 'lead' as const, units: 1 });
  const morning = Math.max(first.from, second.from);
  const day = contractDay(today);
  const monday = addDays(today, FIRST + ((8 - weekdayOf(addDays(today, FIRST))) % 7));
  const meeting = series({
    name: 'Team meeting',
    claims: [lead(first), { ...lead(second), role: 'assistant' }],
    start: wall(addDays(today, FIRST), morning + 15),
    duration: 30,
    rule: `FREQ=WEEKLY;BYDAY=${NAMES[weekdayOf(today) - 1] ?? 'MO'}`,
  });
  const contract = series({
    name: 'Fleet contract: monthly maintenance',
    claims: [lead(first), { resourceId: bay.id, role: 'bay', units: 1 }],
    customerId: fleetCustomer(time.known),
    start: wall(day.date, morning + 90),
    duration: 90,
    rule: `FREQ=MONTHLY;BYDAY=${day.ordinal}${NAMES[weekdayOf(day.date) - 1] ?? 'MO'}`,
  });
  const visit = series({
    name: 'Depot visit',
    claims: [lead(visitor)],
    start: wall(monday, visitor.from + 90),
    duration: 45,
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=26',
  });
  return [
    ...[meeting, contract, visit].map((args) => timed(at, 'createSeries', args)),
    timed(
      addMinutes(at, 1),
      'editOccurrence',
      {
        seriesId: visit.id,
        occurrence: wall(addDays(monday, 2), visitor.from + 90),
        scope: 'this',
        change: { kind: 'skip' },
      },
      'The depot is shut that day',
    ),
  ];
}

function works(technician: SampleTechnician, weekday: Weekday): boolean {
  return !technician.restDays.has(weekday);
}

/** Everybody works on today's weekday. A fifth one does not come every month. */
function contractDay(today: LocalDate): { readonly date: LocalDate; readonly ordinal: number } {
  const ordinal = (date: LocalDate): number => Math.ceil(Number(date.slice(8)) / 7);
  const wanted = addDays(today, FIRST + 7);
  const date = ordinal(wanted) === 5 ? addDays(wanted, 7) : wanted;
  return { date, ordinal: ordinal(date) };
}

function wall(date: LocalDate, minute: number): string {
  return `${date}T${clockText(minuteOfDay(minute))}`;
}

function fleetCustomer(known: readonly TimedCommand[]): CustomerId | null {
  for (const { name, args } of known) {
    if (name !== 'addCustomer' || typeof args !== 'object' || args === null) continue;
    if ('tier' in args && args.tier === 'fleet' && 'id' in args && typeof args.id === 'string') return asId(args.id);
  }
  return null;
}
