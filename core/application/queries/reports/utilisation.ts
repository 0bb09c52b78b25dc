import { covered, intersect } from '../../../kernel/sorted-ranges.ts';
import { shareOf } from '../../../kernel/statistics.ts';
import type { Utilisation, UtilisationRow } from '../../../contract/views/report-view.ts';
import type { Resource, ResourceId } from '../../../domain/resources/resource.ts';
import { MINUTE, type Instant, type InstantRange } from '../../../domain/time/instant.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { virtualClaimsOn, type VirtualClaim } from '../../series/virtual-claims.ts';
import { isVisited, shownState } from '../day/visits.ts';
import { openResources } from './open-time.ts';
import { contextsOf, type ReportSpan } from './report-rows.ts';

/** Booked and open minutes of every active resource on every local day on which there is either. */
export async function utilisationRows(span: ReportSpan): Promise<readonly UtilisationRow[]> {
  const resources = new Map((await span.read.all('resource')).map((one) => [one.id, one]));
  const rows: UtilisationRow[] = [];
  for await (const context of contextsOf(span)) {
    const appointments = await span.read.appointmentsAt(span.location.id, context.range);
    const opened = openResources(context);
    const ids = new Set(opened.map((one) => one.id));
    const expected = await virtualClaimsOn(span.read, span.scene, ids, context.range);
    const claimed = claimedBy(appointments, expected, span.scene.now);
    for (const { id, capacity, open } of opened) {
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

/**
 * The same over resources of all kinds; `asked` is whom the rows are about, null for everybody. A team is its members:
 * the open minutes of those who are asked about themselves are not added again. What is booked is other people's time
 * than theirs, for whoever is claimed by name is not taken through the team.
 */
export function utilisationOfAll(
  rows: readonly UtilisationRow[],
  resources: readonly Resource[],
  asked: readonly ResourceId[] | null,
): Utilisation {
  const active = new Set(resources.filter((one) => one.active).map((one) => one.id));
  const teams = new Map(
    resources.flatMap((one) =>
      one.kind === 'team' ? [[one.id, one.members.filter((id) => active.has(id))] as const] : [],
    ),
  );
  const once = rows.map((row) => {
    const members = teams.get(row.resourceId);
    if (members === undefined || members.length === 0) return row;
    const others = asked === null ? [] : members.filter((id) => !asked.includes(id));
    return { ...row, openMinutes: (row.openMinutes * others.length) / members.length };
  });
  return utilisationTotal(once);
}

interface Claimed {
  readonly start: Instant;
  readonly end: Instant;
  readonly units: number;
}

/** What takes time, by the resources it claims. */
function claimedBy(
  appointments: readonly Appointment[],
  expected: readonly VirtualClaim[],
  now: Instant,
): ReadonlyMap<ResourceId, readonly Claimed[]> {
  const lists = new Map<ResourceId, Claimed[]>();
  const add = (id: ResourceId, claimed: Claimed): void => {
    const list = lists.get(id);
    if (list === undefined) lists.set(id, [claimed]);
    else list.push(claimed);
  };
  for (const { resourceId, claim } of expected) add(resourceId, claim);
  for (const appointment of appointments) {
    if (!isVisited(shownState(appointment, now))) continue;
    const { start, end } = appointment;
    for (const { resourceId, units } of appointment.claims) add(resourceId, { start, end, units });
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
