import type { LocationId } from '../../../core/domain/organization/location.ts';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import type { DatedHours, WeeklyHours } from '../../../core/domain/time/weekly-hours.ts';
import type { LaneRow, RuleRow } from './rule-rows.ts';
import { every, row, type Rows } from './rows.ts';
import { rulesOfKind, speaksOfDoors, speaksOfLane, type RuleOf } from './stored-rules.ts';

/** A stretch in which something is so, end excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY = 24 * 60 * MINUTE;
const OSLO_WINTER = 60 * MINUTE;

/** When a local day begins. */
export const midnightOf = (day: number): number => day * DAY - OSLO_WINTER;
/** Local days since 1970. */
export const dayOf = (at: number): number => Math.floor((at + OSLO_WINTER) / DAY);
export const dateOf = (at: number): string => new Date(at + OSLO_WINTER).toISOString().slice(0, 10);
/** 1970 began on a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;
/** Weeks begin on Monday. */
export const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);

export function inside(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some((one) => one.from <= at && at < one.to);
}

/** Minute by minute: the brute force behind every verdict. */
export function all(from: number, to: number, holds: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += MINUTE) if (!holds(at)) return false;
  return true;
}

interface Pattern {
  readonly hours: WeeklyHours;
  readonly overrides: readonly DatedHours[];
}

/** The days around a stretch with the hours of a pattern: those of the date itself, else of the first rule, else weekly. */
function stretchesOf(pattern: Pattern, rules: readonly RuleOf<'availability'>[], around: Stretch): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let day = dayOf(around.from) - 1; day <= dayOf(around.to) + 1; day += 1) {
    const midnight = day * DAY - OSLO_WINTER;
    const date = dateOf(midnight);
    const dated = pattern.overrides.filter((one) => one.date === date);
    const rule = rules.find(({ rule: { during } }) => during === null || (during.from <= date && date <= during.to));
    const weekly = (rule?.rule.hours ?? pattern.hours).filter((one) => one.weekday === weekdayOf(day));
    const spans = dated.length > 0 ? dated.flatMap((one) => one.spans) : weekly;
    found.push(...spans.map(({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE })));
  }
  return found;
}

/** When a lane has its hours, breaks and absences not taken out. */
export function shiftsOf(rows: Rows, lane: LaneRow, around: Stretch): readonly Stretch[] {
  const rules = rulesOfKind(rows, 'availability').filter((one) => speaksOfLane(one.scope, lane));
  return stretchesOf(lane, rules, around);
}

/** When a lane is there for nobody: breaks, absences and blackouts. */
export function closedFor(rows: Rows, lane: LaneRow, around: Stretch): readonly Stretch[] {
  const absences = every(rows, 'absence').filter((one) => one.resourceId === lane.id);
  const blackouts = rulesOfKind(rows, 'blackout').filter((one) => speaksOfLane(one.scope, lane));
  return [
    ...stretchesOf({ hours: lane.breaks, overrides: [] }, [], around),
    ...absences.map((one) => one.range),
    ...blackouts.map((one) => one.rule.range),
  ];
}

/** Whether the location's doors are open at a minute around a stretch. */
export function doorsOf(rows: Rows, locationId: LocationId, around: Stretch): (at: number) => boolean {
  const place = row(rows, 'location', locationId);
  const about = ({ scope }: Pick<RuleRow, 'scope'>): boolean => speaksOfDoors(scope, locationId);
  const open = stretchesOf(
    { hours: place?.hours ?? [], overrides: [] },
    rulesOfKind(rows, 'availability').filter(about),
    around,
  );
  const black = rulesOfKind(rows, 'blackout')
    .filter(about)
    .map((one) => one.rule.range);
  const isShut = (date: string): boolean => (place?.closures ?? []).some((one) => one.from <= date && date <= one.to);
  return (at) => inside(open, at) && !inside(black, at) && !isShut(dateOf(at));
}

/** Whether work of the service type may be done at a minute around a stretch. */
export function serviceHoursOf(rows: Rows, serviceTypeId: string, around: Stretch): (at: number) => boolean {
  const about = ({ scope }: Pick<RuleRow, 'scope'>): boolean =>
    scope.of === 'service-type' && scope.serviceTypeId === serviceTypeId;
  const rules = rulesOfKind(rows, 'availability').filter(about);
  const always = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from: 0, to: 24 * 60 }));
  const open = stretchesOf({ hours: always, overrides: [] }, rules, around);
  const black = rulesOfKind(rows, 'blackout').filter(about);
  return (at) =>
    inside(open, at) &&
    !inside(
      black.map((one) => one.rule.range),
      at,
    );
}
