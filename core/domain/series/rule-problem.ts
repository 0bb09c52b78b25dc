import type { Recurrence } from './recurrence.ts';

/** Starts a day; more is repetition within the day by another name. */
const MOST_A_DAY = 96;

/** What the parts of a rule may not be together (RFC 5545 3.3.10, notes to the table of parts), or null. */
export function problemOf(rule: Recurrence): string | null {
  const { frequency } = rule;
  const yearly = frequency === 'yearly';
  const ordinals = rule.byDay.some((day) => day.ordinal !== null);
  if (rule.count !== null && rule.until !== null) return 'must not have both COUNT and UNTIL';
  if (rule.byWeekNumber.length > 0 && !yearly) return 'must have BYWEEKNO with YEARLY only';
  if (rule.byYearDay.length > 0 && !yearly) return 'must have BYYEARDAY with YEARLY only';
  if (rule.byMonthDay.length > 0 && frequency === 'weekly') return 'must not have BYMONTHDAY with WEEKLY';
  if (ordinals && !yearly && frequency !== 'monthly') return 'must have BYDAY with numbers in MONTHLY and YEARLY only';
  if (ordinals && rule.byWeekNumber.length > 0) return 'must not have BYDAY with numbers beside BYWEEKNO';
  if (startsADay(rule) > MOST_A_DAY) return `must start at most ${MOST_A_DAY} times a day`;
  return null;
}

function startsADay(rule: Recurrence): number {
  return [rule.byHour, rule.byMinute, rule.bySecond].reduce((product, list) => product * Math.max(1, list.length), 1);
}
