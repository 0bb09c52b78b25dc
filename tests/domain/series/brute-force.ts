/**
 * RFC 5545 3.3.10 read as plainly as possible, on purpose without a line of the product's engine: every day of many years is
 * asked whether the rule means it, periods are lists, and nothing is clever. Walls are milliseconds as though UTC.
 */
export interface PlainRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  /** Wall milliseconds, inclusive. */
  readonly until: number | null;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  /** `MO`, `2TU`, `-1FR`. */
  readonly days: readonly string[];
  readonly hours: readonly number[];
  readonly positions: readonly number[];
  readonly weekStart: string;
}

const DAY = 86_400_000;
const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const dateOf = (day: number): Date => new Date(day * DAY);
const name = (day: number): string => NAMES[dateOf(day).getUTCDay()] ?? '';
const month = (day: number): number => dateOf(day).getUTCMonth() + 1;
const year = (day: number): number => dateOf(day).getUTCFullYear();
const at = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / DAY;

export function ruleTextOf(rule: PlainRule): string {
  const list = (key: string, values: readonly (number | string)[]): string[] =>
    values.length === 0 ? [] : [`${key}=${values.join(',')}`];
  const until = rule.until === null ? [] : [new Date(rule.until).toISOString().replaceAll(/[-:]|\.000Z/g, '')];
  return [
    `FREQ=${rule.freq}`,
    `INTERVAL=${rule.interval}`,
    ...list('COUNT', rule.count === null ? [] : [rule.count]),
    ...list('UNTIL', until),
    ...list('BYMONTH', rule.months),
    ...list('BYMONTHDAY', rule.monthDays),
    ...list('BYYEARDAY', rule.yearDays),
    ...list('BYWEEKNO', rule.weeks),
    ...list('BYDAY', rule.days),
    ...list('BYHOUR', rule.hours),
    ...list('BYSETPOS', rule.positions),
    `WKST=${rule.weekStart}`,
  ].join(';');
}

/** All starts from the first up to, not including, `end`. */
export function bruteForce(rule: PlainRule, start: number, end: number): readonly number[] {
  const startDay = Math.floor(start / DAY);
  const time = start - startDay * DAY;
  const times = rule.hours.length === 0 ? [time] : rule.hours.map((hour) => hour * 3_600_000 + (time % 3_600_000));
  const begin = at(year(startDay) - 1, 12, 1);
  const periods = new Map<number, number[]>();
  for (let day = begin; day * DAY < end + 400 * DAY; day += 1) {
    const period = periodOf(rule, day) - periodOf(rule, startDay);
    if (period < 0 || period % rule.interval !== 0 || !means(rule, day, startDay)) continue;
    const starts = periods.get(period) ?? [];
    for (const one of times.toSorted((a, b) => a - b)) starts.push(day * DAY + one);
    periods.set(period, starts);
  }
  const all = [...periods.values()].flatMap((starts) =>
    starts.filter((_, index) => {
      const { positions } = rule;
      return positions.length === 0 || positions.includes(index + 1) || positions.includes(index - starts.length);
    }),
  );
  const counted = all.filter((wall) => wall >= start).slice(0, rule.count ?? all.length);
  return counted.filter((wall) => wall < end && wall <= (rule.until ?? wall));
}

function periodOf(rule: PlainRule, day: number): number {
  switch (rule.freq) {
    case 'DAILY':
      return day;
    case 'WEEKLY':
      return weekOf(rule, day);
    case 'MONTHLY':
      return year(day) * 12 + month(day);
    case 'YEARLY':
      return year(day);
  }
}

/** A running number of weeks: goes up on each day that a week begins with. */
function weekOf(rule: PlainRule, day: number): number {
  let first = day;
  while (name(first) !== rule.weekStart) first -= 1;
  return Math.round(first / 7);
}

function means(rule: PlainRule, day: number, startDay: number): boolean {
  const date = dateOf(day).getUTCDate();
  const y = year(day);
  const inMonth = at(y, month(day) + 1, 1) - at(y, month(day), 1);
  const inYear = at(y + 1, 1, 1) - at(y, 1, 1);
  const yearDay = day - at(y, 1, 1) + 1;
  const either = (list: readonly number[], value: number, length: number): boolean =>
    list.length === 0 || list.some((one) => (one > 0 ? one : length + 1 + one) === value);
  return (
    (rule.months.length === 0 || rule.months.includes(month(day))) &&
    either(rule.monthDays, date, inMonth) &&
    either(rule.yearDays, yearDay, inYear) &&
    (rule.weeks.length === 0 || inWeek(rule, day)) &&
    (rule.days.length === 0 || rule.days.some((one) => isNth(rule, one, day))) &&
    isLike(rule, day, startDay)
  );
}

/** What no part says, the first start says. */
function isLike(rule: PlainRule, day: number, startDay: number): boolean {
  const silent = rule.days.length + rule.monthDays.length + rule.yearDays.length === 0;
  if (!silent || rule.freq === 'DAILY') return true;
  if (rule.freq === 'WEEKLY' || rule.weeks.length > 0) return name(day) === name(startDay);
  if (dateOf(day).getUTCDate() !== dateOf(startDay).getUTCDate()) return false;
  return rule.freq === 'MONTHLY' || rule.months.length > 0 || month(day) === month(startDay);
}

function isNth(rule: PlainRule, text: string, day: number): boolean {
  if (text.slice(-2) !== name(day)) return false;
  if (text.length === 2) return true;
  const nth = Number(text.slice(0, -2));
  const inMonth = rule.freq === 'MONTHLY' || rule.months.length > 0;
  const isInside = (other: number): boolean => year(other) === year(day) && (!inMonth || month(other) === month(day));
  const step = nth > 0 ? -7 : 7;
  let others = 1;
  for (let other = day + step; isInside(other); other += step) others += 1;
  return others === Math.abs(nth);
}

/** Week 1 is the first week with at least four days in the year. */
function inWeek(rule: PlainRule, day: number): boolean {
  const firstOf = (y: number): number => {
    let first = at(y, 1, 1);
    while (name(first) !== rule.weekStart) first -= 1;
    return at(y, 1, 1) - first <= 3 ? first : first + 7;
  };
  const y = [year(day) + 1, year(day), year(day) - 1].find((one) => day >= firstOf(one)) ?? 0;
  const number = Math.floor((day - firstOf(y)) / 7) + 1;
  const weeks = (firstOf(y + 1) - firstOf(y)) / 7;
  return rule.weeks.some((one) => (one > 0 ? one : weeks + 1 + one) === number);
}
