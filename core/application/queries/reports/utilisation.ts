import { covered, intersect } from '../../../kernel/sorted-ranges.ts';
import { shareOf } from '../../../kernel/statistics.ts';
import type { Utilisation, UtilisationRow } from '../../../contract/views/report-view.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { MINUTE, type Instant, type InstantRange } from '../../../domain/time/instant.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { isVisited, shownState } from '../day/visits.ts';
import { openResources } from './open-time.ts';
import { contextsOf, type ReportSpan } from './report-rows.ts';

/** Booked and open minutes of every active resource on every local day on which there is either. */
export async function utilisationRows(span: ReportSpan): Promise<readonly UtilisationRow[]> {
  const resources = new Map((await span.read.all('resource')).map((one) => [one.id, one]));
  const rows: UtilisationRow[] = [];
  for await (const context of contextsOf(span)) {
    const appointments = await span.read.appointmentsAt(span.location.id, context.range);
    const claimed = claimedBy(appointments, span.scene.now);
    for (const { id, capacity, open } of openResources(context)) {
      const resource = resources.get(id);
      if (resource === undefined) continue;
      for (const day of context.days) {
        const bookedMinutes = bookedIn(claimed.get(id) ?? [], day);
        const openMinutes = (capacity * covered(intersect(open, [day]))) / MINUTE;
        if (bookedMinutes === 0 && openMinutes === 0) continue;
        const share = shareOf(bookedMinutes, openMinutes);
        const { name, kind } = resource;
        rows.push({ resourceId: id, resource: name, kind, date: day.date, bookedMinutes, openMinutes, share });
      }
    }
  }
  return rows;
}

/** Sums with their own share: minutes weigh, not days. */
export function utilisationTotal(rows: readonly Omit<Utilisation, 'share'>[]): Utilisation {
  const bookedMinutes = rows.reduce((sum, row) => sum + row.bookedMinutes, 0);
  const openMinutes = rows.reduce((sum, row) => sum + row.openMinutes, 0);
  return { bookedMinutes, openMinutes, share: shareOf(bookedMinutes, openMinutes) };
}

interface Claimed {
  readonly start: Instant;
  readonly end: Instant;
  readonly units: number;
}

/** What takes time, by the resources it claims. */
function claimedBy(appointments: readonly Appointment[], now: Instant): ReadonlyMap<ResourceId, readonly Claimed[]> {
  const lists = new Map<ResourceId, Claimed[]>();
  for (const appointment of appointments) {
    if (!isVisited(shownState(appointment, now))) continue;
    const { start, end } = appointment;
    for (const { resourceId, units } of appointment.claims) {
      const list = lists.get(resourceId);
      if (list === undefined) lists.set(resourceId, [{ start, end, units }]);
      else list.push({ start, end, units });
    }
  }
  return lists;
}

/** Unit-minutes inside the day. */
function bookedIn(claimed: readonly Claimed[], day: InstantRange): number {
  let sum = 0;
  for (const { start, end, units } of claimed)
    sum += units * Math.max(0, Math.min(end, day.to) - Math.max(start, day.from));
  return sum / MINUTE;
}
