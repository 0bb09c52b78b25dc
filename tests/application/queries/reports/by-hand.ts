import type { Resource } from '../../../../core/domain/resources/resource.ts';
import { addMinutes, MINUTE, type Instant } from '../../../../core/domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate } from '../../../../core/domain/time/local-date.ts';
import { startOfDay, toLocal } from '../../../../core/domain/time/local-time.ts';
import type { WeeklyHours } from '../../../../core/domain/time/weekly-hours.ts';
import type { Appointment } from '../../../../core/domain/work/appointment.ts';
import { FROM, TO, type RandomOrganization } from './random-organization.ts';

/** The slow way: one minute after the other, asking the clock on the wall. Shares no code with the reports. */
export interface WallMinute {
  readonly at: Instant;
  readonly date: LocalDate;
  readonly minute: number;
}

export function minutesOf({ world }: RandomOrganization, more = 0): readonly WallMinute[] {
  const { zone } = world.rows.location;
  const end = startOfDay(world.zones, zone, addDays(TO, 1 + more));
  const list: WallMinute[] = [];
  for (let at = startOfDay(world.zones, zone, FROM); at < end; at = addMinutes(at, 1)) {
    const { date, minute } = toLocal(world.zones, zone, at);
    list.push({ at, date, minute });
  }
  return list;
}

/** The weekly pattern says so, also for what the evening before leaves after midnight. */
export function inHours(hours: WeeklyHours, { date, minute }: WallMinute): boolean {
  const today = weekdayOf(date);
  const yesterday = weekdayOf(addDays(date, -1));
  return hours.some(
    (one) =>
      (one.weekday === today && one.from <= minute && minute < one.to) ||
      (one.weekday === yesterday && minute + 1440 < one.to),
  );
}

export function isOpen(organization: RandomOrganization, resource: Resource, wall: WallMinute): boolean {
  const { absences, closed } = organization;
  if (resource.hours.length === 0) return false;
  if (!inHours(resource.hours, wall) || inHours(resource.breaks, wall) || closed.includes(wall.date)) return false;
  return !absences.some((one) => one.resourceId === resource.id && one.range.from <= wall.at && wall.at < one.range.to);
}

export function startsInside(organization: RandomOrganization, one: Appointment): boolean {
  const { world } = organization;
  const { date } = toLocal(world.zones, world.rows.location.zone, one.start);
  return FROM <= date && date <= TO;
}

/** Held (while it lasts), confirmed, running, completed. */
export function takesTime({ state }: Appointment, now: Instant): boolean {
  if (state.status === 'held') return state.until > now;
  return state.status === 'confirmed' || state.status === 'in-progress' || state.status === 'completed';
}

export function claims(one: Appointment, resource: Resource): boolean {
  return one.claims.some((claim) => claim.resourceId === resource.id);
}

export const lengthOf = (from: Instant, to: Instant): number => (to - from) / MINUTE;
