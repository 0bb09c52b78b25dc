import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { instant } from '../time/instant.ts';
import type { Weekday } from '../time/local-date.ts';
import { asWallTime } from '../time/wall-time.ts';
import { DAY } from './civil-day.ts';
import { WEEKDAY_NAMES, type Frequency, type Recurrence, type RuleDay, type Until } from './recurrence.ts';
import { problemOf } from './rule-problem.ts';
import { wallOfParts } from './wall-text.ts';

/** Why a rule cannot be used: an English clause that begins with "must". */
export type RuleProblem = string;

const LONGEST_TEXT = 500;
const MOST_PER_LIST = 100;
const MOST_INTERVAL = 1000;
const MOST_COUNT = 1_000_000_000;

const FREQUENCIES: Readonly<Record<string, Frequency>> = {
  DAILY: 'daily',
  WEEKLY: 'weekly',
  MONTHLY: 'monthly',
  YEARLY: 'yearly',
};

const NUMBERS = {
  BYMONTH: { field: 'byMonth', least: 1, most: 12, negative: false },
  BYWEEKNO: { field: 'byWeekNumber', least: 1, most: 53, negative: true },
  BYYEARDAY: { field: 'byYearDay', least: 1, most: 366, negative: true },
  BYMONTHDAY: { field: 'byMonthDay', least: 1, most: 31, negative: true },
  BYHOUR: { field: 'byHour', least: 0, most: 23, negative: false },
  BYMINUTE: { field: 'byMinute', least: 0, most: 59, negative: false },
  BYSECOND: { field: 'bySecond', least: 0, most: 59, negative: false },
  BYSETPOS: { field: 'bySetPosition', least: 1, most: 366, negative: true },
} as const;

const DAY_FORM = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;
const UNTIL_FORM = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;

/**
 * Reads an RRULE value (RFC 5545 3.3.10), with or without `RRULE:`. Refused with a clause: parts that are no part,
 * given twice or out of range, what the RFC forbids together, repetition within a day, and absurd lengths.
 */
export function parseRule(text: string): Outcome<Recurrence, RuleProblem> {
  const value = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  if (value.length > LONGEST_TEXT) return refuse(`must be at most ${LONGEST_TEXT} characters`);
  const parts = new Map<string, string>();
  for (const part of value.split(';').filter((one) => one !== '')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(0, at));
    if (name === '' || at === part.length - 1) return refuse(`must be parts like FREQ=WEEKLY, not ${quoted(part)}`);
    if (parts.has(name)) return refuse(`must not give ${name} twice`);
    parts.set(name, part.slice(at + 1));
  }
  return readParts(parts);
}

function readParts(parts: ReadonlyMap<string, string>): Outcome<Recurrence, RuleProblem> {
  const named = parts.get('FREQ');
  const frequency = named === undefined ? undefined : FREQUENCIES[named];
  if (frequency === undefined)
    return refuse(`must repeat DAILY, WEEKLY, MONTHLY or YEARLY${named === undefined ? '' : `, not ${quoted(named)}`}`);
  let rule: Recurrence = { ...EMPTY, frequency };
  for (const [name, value] of parts) {
    const read = name === 'FREQ' ? accept({}) : readPart(name, value);
    if (!read.ok) return read;
    rule = { ...rule, ...read.value };
  }
  const problem = problemOf(rule);
  return problem === null ? accept(rule) : refuse(problem);
}

const EMPTY: Omit<Recurrence, 'frequency'> = {
  interval: 1,
  count: null,
  until: null,
  byMonth: [],
  byWeekNumber: [],
  byYearDay: [],
  byMonthDay: [],
  byDay: [],
  byHour: [],
  byMinute: [],
  bySecond: [],
  bySetPosition: [],
  weekStart: 1,
};

function readPart(name: string, value: string): Outcome<Partial<Recurrence>, RuleProblem> {
  switch (name) {
    case 'INTERVAL':
      return whole(name, value, MOST_INTERVAL, (interval) => ({ interval }));
    case 'COUNT':
      return whole(name, value, MOST_COUNT, (count) => ({ count }));
    case 'UNTIL': {
      const until = parseUntil(value);
      return until === undefined
        ? refuse(`must have an UNTIL like 20261231T225959Z, not ${quoted(value)}`)
        : accept({ until });
    }
    case 'WKST': {
      const weekday = WEEKDAY_NAMES.indexOf(value) + 1;
      return weekday === 0
        ? refuse(`must have a WKST like MO, not ${quoted(value)}`)
        : accept({ weekStart: weekday as Weekday });
    }
    case 'BYDAY':
      return readDays(value);
    default:
      return Object.hasOwn(NUMBERS, name)
        ? readNumbers(name as keyof typeof NUMBERS, value)
        : refuse(`must not have the unknown part ${quoted(name)}`);
  }
}

function whole(
  name: string,
  value: string,
  most: number,
  field: (value: number) => Partial<Recurrence>,
): Outcome<Partial<Recurrence>, RuleProblem> {
  const number = Number(value);
  if (!/^\d{1,12}$/.test(value) || number < 1 || number > most)
    return refuse(`must have ${name === 'INTERVAL' ? 'an' : 'a'} ${name} from 1 to ${most}, not ${quoted(value)}`);
  return accept(field(number));
}

function readNumbers(name: keyof typeof NUMBERS, text: string): Outcome<Partial<Recurrence>, RuleProblem> {
  const { field, least, most, negative } = NUMBERS[name];
  const values = text.split(',');
  if (values.length > MOST_PER_LIST) return refuse(`must name at most ${MOST_PER_LIST} values in ${name}`);
  const numbers = new Set<number>();
  for (const value of values) {
    const number = Number(value);
    const size = negative ? Math.abs(number) : number;
    if (!/^[+-]?\d{1,3}$/.test(value) || size < least || size > most)
      return refuse(
        `must have ${name} from ${negative ? `-${most} to -${least} or ` : ''}${least} to ${most}, not ${quoted(value)}`,
      );
    numbers.add(number);
  }
  return accept({ [field]: [...numbers].toSorted((a, b) => a - b) });
}

function readDays(text: string): Outcome<Partial<Recurrence>, RuleProblem> {
  const values = text.split(',');
  if (values.length > MOST_PER_LIST) return refuse(`must name at most ${MOST_PER_LIST} values in BYDAY`);
  const days = new Map<string, RuleDay>();
  for (const value of values) {
    const match = DAY_FORM.exec(value);
    const ordinal = match?.[1] === undefined ? null : Number(match[1]);
    if (match === null || ordinal === 0 || Math.abs(ordinal ?? 1) > 53)
      return refuse(`must have BYDAY like MO or 2TU, not ${quoted(value)}`);
    const weekday = (WEEKDAY_NAMES.indexOf(match[2] ?? '') + 1) as Weekday;
    days.set(`${ordinal} ${weekday}`, { weekday, ordinal });
  }
  const sorted = [...days.values()].toSorted((a, b) => a.weekday - b.weekday || (a.ordinal ?? 0) - (b.ordinal ?? 0));
  return accept({ byDay: sorted });
}

/** `20261231T225959Z`, the same without Z, or a date, which ends with its last second. */
export function parseUntil(text: string): Until | undefined {
  const match = UNTIL_FORM.exec(text);
  const wall = match === null ? undefined : wallOfParts(match.slice(1, 7));
  if (match === null || wall === undefined) return undefined;
  if (match[7] === 'Z') return { by: 'moment', at: instant(wall) };
  const dateOnly = match[4] === undefined;
  return { by: 'wall', wall: dateOnly ? asWallTime(wall + DAY - 1000) : wall, dateOnly };
}

function quoted(text: string): string {
  return `"${text.slice(0, 40)}"`;
}
