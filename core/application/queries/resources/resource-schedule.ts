import { accept } from '../../../kernel/outcome.ts';
import { intersect, overlaps } from '../../../kernel/sorted-ranges.ts';
import type { ScheduledAppointment, ScheduledOccurrence } from '../../../contract/views/resource-view.ts';
import { openStretches } from '../../../domain/board/free-time.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { instant, range as rangeOf, type InstantRange } from '../../../domain/time/instant.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { busyRange } from '../../../domain/work/status-machine.ts';
import type { Answerer, Scene } from '../../use-case.ts';
import { virtualClaimsOn, type VirtualClaim } from '../../series/virtual-claims.ts';
import { shownState } from '../day/visits.ts';
import type { RowMemory } from '../memory/row-memory.ts';
import { loadOne } from './one-resource.ts';

/** One resource of any kind over a stretch of time. */
export function resourceSchedule(memory: RowMemory): Answerer<'resourceSchedule'> {
  return async (reader, { resourceId, range }, scene) => {
    const { read } = await memory.at(reader);
    const one = await loadOne(read, scene, resourceId, range);
    if (!one.ok) return one;
    const { head, lane, index } = one.value;
    const rows = await read.appointmentsOfResource(resourceId, range);
    const closed = [...lane.facts.absences, ...index.context.closures].filter((stretch) => overlaps(stretch, range));
    return accept({
      resource: head,
      range,
      working: intersect(openStretches(lane, index), [range]).map(({ from, to }) =>
        rangeOf(instant(from), instant(to)),
      ),
      closed: closed.toSorted((a, b) => a.from - b.from || a.to - b.to),
      appointments: rows
        .filter((row) => row.state.status !== 'cancelled')
        .flatMap((row) => scheduled(row, resourceId, scene, range))
        .toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1)),
      occurrences: (await virtualClaimsOn(read, scene, new Set([resourceId]), range)).map(expected),
    });
  };
}

function scheduled(
  row: Appointment,
  resourceId: ResourceId,
  scene: Scene,
  range: InstantRange,
): readonly ScheduledAppointment[] {
  const claim = row.claims.find((one) => one.resourceId === resourceId);
  const busy = busyRange(row, scene.now);
  if (claim === undefined || !overlaps(busy, range)) return [];
  const { id, title, start, end } = row;
  const { role, units } = claim;
  return [{ id, title, start, end, busy, state: shownState(row, scene.now), role, units }];
}

function expected({ seriesId, occurrence, role, claim }: VirtualClaim): ScheduledOccurrence {
  const { title, start, end, from, to, units } = claim;
  return { seriesId, occurrence, title, start, end, busy: rangeOf(from, to), role, units };
}
