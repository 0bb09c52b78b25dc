import { intersect, subtract, type Span } from '../../kernel/sorted-ranges.ts';
import type { Coordinates } from '../organization/location.ts';
import type { ResourceId } from '../resources/resource.ts';
import { addMinutes, instant, range, type InstantRange } from '../time/instant.ts';
import type { PlacementContext } from './placement-context.ts';
import { travelMinutes } from './travel.ts';

export interface WorkingTimeWanted {
  readonly resourceIds: readonly ResourceId[];
  /** Where the work happens; null is the location, which then has to be open. */
  readonly at: Coordinates | null;
  /** True leaves out what is booked already, too. */
  readonly roundBookings: boolean;
}

/**
 * When all of the named resources of the context work at one time: shifts without breaks and absences and without the
 * drive there and back, hours of bays without absences, and the location's own hours. Sorted and disjoint.
 */
export function workingTimeOf(context: PlacementContext, wanted: WorkingTimeWanted): readonly InstantRange[] {
  const named = new Set(wanted.resourceIds);
  const taken = (busy: readonly Span[]): readonly Span[] => (wanted.roundBookings ? busy : []);
  let common: readonly Span[] = wanted.at === null ? context.open : [context.range];
  for (const technician of context.technicians) {
    if (!named.has(technician.id)) continue;
    const drive = wanted.at === null ? 0 : travelMinutes(context.travel, technician.home, wanted.at);
    const shifts = technician.shifts.map((shift) => ({
      from: addMinutes(shift.from, drive),
      to: addMinutes(shift.to, -drive),
    }));
    const closed = [...technician.shifts.flatMap((shift) => shift.closed), ...technician.absences];
    common = intersect(common, subtract(shifts, [...closed, ...taken(technician.busy)]));
  }
  for (const bay of context.bays) {
    if (named.has(bay.id)) common = intersect(common, subtract(bay.open, [...bay.absences, ...taken(bay.busy)]));
  }
  return common.map((span) => range(instant(span.from), instant(span.to)));
}
