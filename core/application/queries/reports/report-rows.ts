import type { PlacementContext } from '../../../domain/board/placement-context.ts';
import type { Location } from '../../../domain/organization/location.ts';
import { range, type InstantRange } from '../../../domain/time/instant.ts';
import { addDays, daysBetween, type LocalDate } from '../../../domain/time/local-date.ts';
import { startOfDay } from '../../../domain/time/local-time.ts';
import type { Appointment, AppointmentId } from '../../../domain/work/appointment.ts';
import { loadPlacementContext } from '../../placement-context.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';

/** The days a report is about, at one location. */
export interface ReportSpan {
  readonly read: Reader;
  readonly scene: Scene;
  readonly location: Location;
  readonly from: LocalDate;
  /** Local days, the first one included. */
  readonly days: number;
  /** The same as instants. */
  readonly range: InstantRange;
}

/** Local days read in one go: a month, so that a year never lies in memory at once. */
const CHUNK_DAYS = 31;

export function spanOf(
  read: Reader,
  scene: Scene,
  location: Location,
  input: { readonly from: LocalDate; readonly to: LocalDate },
): ReportSpan {
  const { zones } = scene.surroundings;
  const { from, to } = input;
  const whole = range(startOfDay(zones, location.zone, from), startOfDay(zones, location.zone, addDays(to, 1)));
  return { read, scene, location, from, days: daysBetween(from, to) + 1, range: whole };
}

/**
 * The facts that the booking rules look at (shifts, hours, absences, closures), month by month. Each local day is in
 * exactly one of them. `more` adds days at the end: work that begins in the span may end after it.
 */
export async function* contextsOf(span: ReportSpan, more = 0): AsyncGenerator<PlacementContext> {
  const { read, scene, location } = span;
  for (const { date, days } of cuts({ ...span, days: span.days + more }))
    yield await loadPlacementContext(read, scene, { locationId: location.id, date, days, partIds: [] });
}

/** Every appointment whose planned start lies in the span, each once, by start. */
export async function startingIn(span: ReportSpan): Promise<readonly Appointment[]> {
  const { read, scene, location } = span;
  const { zones } = scene.surroundings;
  const found = new Map<AppointmentId, Appointment>();
  for (const { date, days } of cuts(span)) {
    const from = startOfDay(zones, location.zone, date);
    const to = startOfDay(zones, location.zone, addDays(date, days));
    for (const one of await read.appointmentsAt(location.id, range(from, to)))
      if (one.start >= span.range.from && one.start < span.range.to) found.set(one.id, one);
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

function cuts({
  from,
  days,
}: Pick<ReportSpan, 'from' | 'days'>): readonly { readonly date: LocalDate; readonly days: number }[] {
  const list = [];
  for (let done = 0; done < days; done += CHUNK_DAYS)
    list.push({ date: addDays(from, done), days: Math.min(CHUNK_DAYS, days - done) });
  return list;
}
