import { isAbout } from '../domain/board/approval.ts';
import type { LimitFacts, RuleSpan, TakenPlace } from '../domain/board/rule-facts.ts';
import type { LocationId } from '../domain/organization/location.ts';
import { scopeKey } from '../domain/rules/rule-scope.ts';
import type { LimitPeriod, ScheduleRule } from '../domain/rules/schedule-rule.ts';
import { instant, range, type Instant, type InstantRange } from '../domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate } from '../domain/time/local-date.ts';
import { startOfDay } from '../domain/time/local-time.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { occupies } from '../domain/work/status-machine.ts';
import type { Reader } from './ports/store.ts';
import type { RuledDays } from './schedule-rules.ts';
import type { Scene } from './use-case.ts';

/** The capacity limits that count here, with what counts against each already. `rules` come in their precedence. */
export async function loadLimits(
  read: Reader,
  scene: Scene,
  rules: readonly ScheduleRule[],
  days: RuledDays,
  spanOf: (rule: ScheduleRule) => RuleSpan | null,
): Promise<readonly LimitFacts[]> {
  const seen = new Set<string>();
  const limits: LimitFacts[] = [];
  for (const one of rules) {
    const span = one.rule.kind === 'capacity-limit' ? spanOf(one) : null;
    if (one.rule.kind !== 'capacity-limit' || span === null) continue;
    const { per, maximum } = one.rule;
    const key = `${scopeKey(one.scope)} ${per}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const periods = periodsOf(scene, per, days);
    const within = periods.length === 0 ? days.range : spanning(periods);
    const locations = await locationsOf(read, one, days.location.id);
    const taken = (await countable(read, scene, locations, within, per)).flatMap((appointment) =>
      isAbout(span, facts(appointment)) ? [placeOf(appointment, scene.now)] : [],
    );
    limits.push({ ...span, name: one.name, priority: one.priority, maximum, per, periods, taken });
  }
  return limits;
}

/** A limit of the organization or of a service type is counted over all locations. */
async function locationsOf(read: Reader, { scope }: ScheduleRule, here: LocationId): Promise<readonly LocationId[]> {
  if (scope.of !== 'organization' && scope.of !== 'service-type') return [here];
  return (await read.all('location')).map((one) => one.id);
}

/** What was done counts for its day and week; a moment has only what occupies. */
async function countable(
  read: Reader,
  scene: Scene,
  locations: readonly LocationId[],
  within: InstantRange,
  per: LimitPeriod,
): Promise<readonly Appointment[]> {
  const found: Appointment[] = [];
  for (const location of locations) {
    for (const one of await read.appointmentsAt(location, within))
      if (occupies(one, scene.now) || (per !== 'moment' && one.state.status === 'completed')) found.push(one);
  }
  return found;
}

function facts({ claims, serviceTypeId }: Appointment): Parameters<typeof isAbout>[1] {
  return { resourceIds: claims.map((claim) => claim.resourceId), serviceTypeId };
}

function placeOf({ id, start, end, state }: Appointment, now: Instant): TakenPlace {
  const to = state.status === 'in-progress' ? instant(Math.max(end, now)) : end;
  return { appointmentId: id, from: start, to };
}

function periodsOf(scene: Scene, per: LimitPeriod, { location, local }: RuledDays): readonly InstantRange[] {
  if (per === 'moment') return [];
  const { zones } = scene.surroundings;
  const at = (date: LocalDate): Instant => startOfDay(zones, location.zone, date);
  const length = per === 'day' ? 1 : 7;
  const first = per === 'day' ? local.date : addDays(local.date, 1 - weekdayOf(local.date));
  const end = addDays(local.date, local.days);
  const periods: InstantRange[] = [];
  for (let date = first; date < end; date = addDays(date, length))
    periods.push(range(at(date), at(addDays(date, length))));
  return periods;
}

function spanning(periods: readonly InstantRange[]): InstantRange {
  const from = Math.min(...periods.map((one) => one.from));
  return range(instant(from), instant(Math.max(...periods.map((one) => one.to))));
}
