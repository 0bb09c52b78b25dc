import { DAY, civilDate } from './civil-day.ts';
import { WEEKDAY_NAMES, type Recurrence, type Until } from './recurrence.ts';

/** The rule as RFC 5545 writes it, parts always in the same order; what is the default is left out. */
export function ruleText(rule: Recurrence): string {
  const list = (name: string, values: readonly (number | string)[]): string[] =>
    values.length === 0 ? [] : [`${name}=${values.join(',')}`];
  return [
    `FREQ=${rule.frequency.toUpperCase()}`,
    ...(rule.until === null ? [] : [`UNTIL=${untilText(rule.until)}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...list('BYMONTH', rule.byMonth),
    ...list('BYWEEKNO', rule.byWeekNumber),
    ...list('BYYEARDAY', rule.byYearDay),
    ...list('BYMONTHDAY', rule.byMonthDay),
    ...list(
      'BYDAY',
      rule.byDay.map(({ weekday, ordinal }) => `${ordinal ?? ''}${WEEKDAY_NAMES[weekday - 1] ?? ''}`),
    ),
    ...list('BYHOUR', rule.byHour),
    ...list('BYMINUTE', rule.byMinute),
    ...list('BYSECOND', rule.bySecond),
    ...list('BYSETPOS', rule.bySetPosition),
    ...(rule.weekStart === 1 ? [] : [`WKST=${WEEKDAY_NAMES[rule.weekStart - 1] ?? ''}`]),
  ].join(';');
}

function untilText(until: Until): string {
  const digits = until.by === 'moment' ? until.at : until.wall;
  const number = Math.floor(digits / DAY);
  const { year, month, day } = civilDate(number);
  const seconds = Math.floor((digits - number * DAY) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}${two(month)}${two(day)}`;
  if (until.by === 'wall' && until.dateOnly) return date;
  const clock = `${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}`;
  return `${date}T${clock}${until.by === 'moment' ? 'Z' : ''}`;
}
