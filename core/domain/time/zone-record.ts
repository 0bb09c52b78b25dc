import { LATEST } from './instant.ts';

/** One kind of local time: what is added to UTC, and what people call it. */
export interface ZoneType {
  /** Milliseconds east of UTC. */
  readonly offset: number;
  readonly daylight: boolean;
  readonly abbreviation: string;
}

/** A yearly day by POSIX TZ: the week-th weekday (0 = Sunday) of a month, week 5 = the last; time in wall seconds of the day. */
export interface YearlyDay {
  readonly month: number;
  readonly week: number;
  readonly weekday: number;
  readonly time: number;
}

/** The rule that yields the changes from `since` on, for ever. */
export interface YearlyRule {
  readonly since: number;
  readonly standard: ZoneType;
  readonly daylight: ZoneType;
  readonly begin: YearlyDay;
  readonly end: YearlyDay;
}

/** A zone's whole course: types[i] holds from starts[i] up to starts[i + 1]; starts[0] is minus infinity. */
export interface ZoneCourse {
  readonly starts: Float64Array;
  readonly types: readonly ZoneType[];
  readonly rule: YearlyRule | undefined;
}

const DAY = 86_400_000;
/** The rule is expanded a little beyond the last date, so that its local day ends inside the table everywhere. */
const END = LATEST + 3 * DAY;

/** Wall milliseconds (digits as though UTC) at which a yearly day's change happens in a year. */
export function wallOfYearlyDay(day: YearlyDay, year: number): number {
  const first = Date.UTC(year, day.month - 1, 1);
  const length = (Date.UTC(year, day.month, 1) - first) / DAY;
  let date = (day.weekday - new Date(first).getUTCDay() + 7) % 7;
  date += (day.week - 1) * 7;
  while (date >= length) date -= 7;
  return first + date * DAY + day.time * 1000;
}

function readType(text: string): ZoneType {
  const [offset = '', abbreviation = ''] = text.split(':');
  return { offset: Number.parseInt(offset, 10) * 1000, daylight: offset.endsWith('+'), abbreviation };
}

function readRule(text: string, types: readonly ZoneType[], since: number): YearlyRule | undefined {
  if (text === '') return undefined;
  const numbers = text.split(',').map(Number);
  const [standardIndex = 0, daylightIndex = 0] = numbers;
  const standard = types[standardIndex];
  const daylight = types[daylightIndex];
  if (standard === undefined || daylight === undefined) throw new Error(`The zone rule ${text} names no type`);
  const day = (at: number): YearlyDay => {
    const [month = 1, week = 1, weekday = 0, time = 0] = numbers.slice(at, at + 4);
    return { month, week, weekday, time };
  };
  return { since, standard, daylight, begin: day(2), end: day(6) };
}

/**
 * Reads one record of the zone table: `types|indices|deltas|rule`, all times in seconds.
 * types: offset, `+` when daylight time, `:` abbreviation, the first one holding before the first change;
 * indices: one base-36 digit per change, the type that begins; deltas: base-36 seconds since the change before;
 * rule: `std,dst,month,week,weekday,time,month,week,weekday,time`, or nothing.
 */
export function readZoneRecord(record: string): ZoneCourse {
  const [typeText = '', indices = '', deltas = '', ruleText = ''] = record.split('|');
  const list = typeText.split(',').map(readType);
  const typeAt = (index: number): ZoneType => {
    const type = list[index];
    if (type === undefined) throw new Error(`The zone record ${record} names no type ${index}`);
    return type;
  };
  const starts = [Number.NEGATIVE_INFINITY];
  const types = [typeAt(0)];
  let at = 0;
  const steps = deltas === '' ? [] : deltas.split(' ');
  for (const [index, step] of steps.entries()) {
    at += Number.parseInt(step, 36) * 1000;
    starts.push(at);
    types.push(typeAt(Number.parseInt(indices.charAt(index), 36)));
  }
  const rule = readRule(ruleText, list, at);
  if (rule !== undefined) addYears(rule, starts, types);
  return { starts: Float64Array.from(starts), types, rule };
}

function addYears(rule: YearlyRule, starts: number[], types: ZoneType[]): void {
  const changes: { at: number; type: ZoneType }[] = [];
  const last = new Date(END).getUTCFullYear();
  for (let year = new Date(rule.since).getUTCFullYear(); year <= last; year += 1) {
    changes.push({ at: wallOfYearlyDay(rule.begin, year) - rule.standard.offset, type: rule.daylight });
    changes.push({ at: wallOfYearlyDay(rule.end, year) - rule.daylight.offset, type: rule.standard });
  }
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    if (change.at <= rule.since || change.at > END) continue;
    starts.push(change.at);
    types.push(change.type);
  }
}
