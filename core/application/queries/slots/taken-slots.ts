import type { SuggestionView } from '../../../contract/views/suggestion-view.ts';
import { withLanes, type BusyIndex } from '../../../domain/board/busy-index.ts';
import { bayLaneOf, technicianLaneOf } from '../../../domain/board/lanes.ts';
import { otherLaneOf } from '../../../domain/board/other-lane.ts';
import type { BusyClaim } from '../../../domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../../domain/board/placement.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { addMinutes } from '../../../domain/time/instant.ts';
import type { AppointmentId } from '../../../domain/work/appointment.ts';

/**
 * The index as though the suggestions were booked for the appointment; lanes they do not touch are shared. The claims
 * carry the appointment's own id, so they stand in everybody's way but its own.
 */
export function withTaken(
  index: BusyIndex,
  suggestions: readonly SuggestionView[],
  needs: PlacementNeeds,
  appointmentId: AppointmentId,
): BusyIndex {
  const added = new Map<ResourceId, BusyClaim[]>();
  for (const { start, end, technician, bay } of suggestions) {
    const claim: BusyClaim = {
      appointmentId,
      title: needs.title,
      start,
      end,
      from: addMinutes(start, -needs.before),
      to: addMinutes(end, needs.after),
      units: 1,
      at: needs.place?.coordinates ?? index.context.coordinates,
      pinned: false,
    };
    for (const resource of [technician, bay]) {
      if (resource !== null) added.set(resource.id, [...(added.get(resource.id) ?? []), claim]);
    }
  }
  const technicians = index.technicians.map((lane) => {
    const claims = added.get(lane.facts.id);
    return claims === undefined
      ? lane
      : technicianLaneOf({ ...lane.facts, busy: merged(lane.facts.busy, claims) }, index.ignored);
  });
  const bays = index.bays.map((lane) => {
    const claims = added.get(lane.facts.id);
    return claims === undefined
      ? lane
      : bayLaneOf({ ...lane.facts, busy: merged(lane.facts.busy, claims) }, index.ignored);
  });
  const others = index.others.map((lane) => {
    const members = lane.facts.members.map((member) => {
      const claims = added.get(member.id);
      return claims === undefined ? member : { ...member, busy: merged(member.busy, claims) };
    });
    const changes = members.some((member) => added.has(member.id));
    return changes ? otherLaneOf({ ...lane.facts, members }, index.ignored) : lane;
  });
  return withLanes(index, { technicians, bays, others });
}

function merged(busy: readonly BusyClaim[], claims: readonly BusyClaim[]): readonly BusyClaim[] {
  return [...busy, ...claims].toSorted((a, b) => a.from - b.from);
}
