import { clockText, minuteOfDay } from '../../domain/time/clock-text.ts';
import type { WeeklyHours } from '../../domain/time/weekly-hours.ts';
import type { TechnicianSkill } from '../../domain/resources/resource.ts';
import type { Cells } from './cells.ts';

/** Several things in one cell of a table, written as a person would. */

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SPAN = /^(MO|TU|WE|TH|FR|SA|SU) (\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)$/;
const SKILL = /^(.+?)\s*:\s*([123])(?:\s+until\s+(\d{4}-\d{2}-\d{2}))?$/;
const NONE = 'none';

/** `MO 08:00-16:00; FR 08:00-12:00`; a night goes on past 24:00. */
export function hoursText(hours: WeeklyHours): string {
  const spans = hours.map(
    ({ weekday, from, to }) =>
      `${DAYS[weekday - 1] ?? ''} ${clockText(minuteOfDay(from))}-${clockText(minuteOfDay(to))}`,
  );
  return spans.length === 0 ? NONE : spans.join('; ');
}

/** The hours of a cell; what is left empty is `usual`. */
export function hoursOf(cells: Cells, column: string, usual: WeeklyHours): readonly object[] {
  const text = cells.text(column);
  if (text === '') return usual;
  if (text === NONE) return [];
  return piecesOf(text).map((piece) => {
    const [, day = '', ...times] = SPAN.exec(piece.toUpperCase()) ?? [];
    if (day === '') cells.problem(column, 'must be like "MO 08:00-16:00; TU 08:00-16:00", or none');
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = times.map(Number);
    return { weekday: DAYS.indexOf(day) + 1, from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  });
}

/** Nine to five from Monday to Friday. */
export const USUAL_HOURS: WeeklyHours = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  from: minuteOfDay(9 * 60),
  to: minuteOfDay(17 * 60),
}));

/** `Engine:3; Brakes:2 until 2027-01-31`. */
export function skillsText(skills: readonly TechnicianSkill[]): string {
  return skills
    .map(({ skill, level, expiresOn }) => `${skill}:${level}${expiresOn === null ? '' : ` until ${expiresOn}`}`)
    .join('; ');
}

export function skillsOf(cells: Cells, column: string): readonly object[] {
  return piecesOf(cells.text(column)).map((piece) => {
    const [, skill = piece, level = '1', expiresOn = null] = SKILL.exec(piece) ?? [];
    if (!SKILL.test(piece))
      cells.problem(column, 'must be like "Engine:3; Brakes:2 until 2027-01-31", with levels 1 to 3');
    return { skill, level: Number(level), expiresOn };
  });
}

export const yesText = (value: boolean): string => (value ? 'yes' : 'no');

export function yesOf(cells: Cells, column: string, usual: boolean): boolean {
  const text = cells.text(column, yesText(usual)).toLowerCase();
  if (text !== 'yes' && text !== 'no') cells.problem(column, 'must be yes or no');
  return text === 'yes';
}

function piecesOf(text: string): readonly string[] {
  return text
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
