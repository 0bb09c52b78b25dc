import { covered, intersect } from '../../../kernel/sorted-ranges.ts';
import type { LaneView, OccurrenceStretch } from '../../../contract/views/board-view.ts';
import type { ClosedStretch } from '../../../domain/board/placement-context.ts';
import type { Absence, Resource } from '../../../domain/resources/resource.ts';
import { MINUTE, minutes, type InstantRange, type Minutes } from '../../../domain/time/instant.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { clip, type HoursCache, type LocalDays } from '../../hours-cache.ts';
import type { Scene } from '../../use-case.ts';
import { isVisited, shownState } from './visits.ts';

/** What a lane is made of besides its resource. */
export interface LaneFacts {
  readonly scene: Scene;
  readonly local: LocalDays;
  readonly range: InstantRange;
  readonly closures: readonly ClosedStretch[];
  readonly absences: readonly Absence[];
  readonly appointments: readonly Appointment[];
  readonly occurrences: readonly OccurrenceStretch[];
  /** Null when the organization sets none. */
  readonly dailyMaximum: number | null;
}

export function laneOf(resource: Resource, facts: LaneFacts): LaneView {
  const { range } = facts;
  const hours = workingHours(resource, facts.scene.hours, facts.local);
  const working = clipAll(hours.working, range);
  // Not cut to the days: an absence says on the board until when it lasts.
  const closed = [...hours.breaks, ...facts.absences.map(absenceStretch), ...facts.closures]
    .filter((stretch) => stretch.from < range.to && range.from < stretch.to)
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const open = covered(working) - covered(intersect(working, closed));
  const technician = resource.kind === 'technician' ? resource : undefined;
  return {
    id: resource.id,
    kind: resource.kind,
    name: resource.name,
    detail: detailOf(resource),
    phone: technician?.phone ?? '',
    field: technician?.field ?? false,
    working,
    closed,
    occurrences: facts.occurrences,
    booked: bookedMinutes(facts),
    open: minutes(Math.round(open / MINUTE)),
    dailyMaximum: technician === undefined ? null : (technician.dailyMaximum ?? facts.dailyMaximum),
  };
}

/** "Engine 3 · Brakes 2" or "Lift, 12 t". */
export function detailOf(resource: Resource): string {
  if (resource.kind !== 'technician') return resource.capabilities.map((one) => one.capability).join(', ');
  return resource.skills.map((one) => `${one.skill} ${one.level}`).join(' · ');
}

/** Shifts with their breaks, or opening hours, uncut at the ends of the days. */
export function workingHours(
  resource: Resource,
  hours: HoursCache,
  local: LocalDays,
): { readonly working: readonly InstantRange[]; readonly breaks: readonly ClosedStretch[] } {
  const shifts = hours.shifts(local, resource.hours, resource.overrides, resource.breaks);
  return {
    working: shifts.map(({ from, to }) => ({ from, to })),
    breaks: shifts.flatMap((shift) => shift.closed),
  };
}

export function absenceStretch(absence: Absence): ClosedStretch {
  return { ...absence.range, why: 'absence', name: absence.reason };
}

/** The parts of sorted stretches that lie inside `range`. */
function clipAll<T extends InstantRange>(stretches: readonly T[], range: InstantRange): readonly T[] {
  const inside: T[] = [];
  for (const stretch of stretches) {
    if (stretch.from >= range.from && stretch.to <= range.to) {
      inside.push(stretch);
      continue;
    }
    const part = clip(stretch, range);
    if (part !== undefined) inside.push({ ...stretch, ...part });
  }
  return inside;
}

/** Minutes of work inside the range, without buffers; requests and no-shows take none, occurrences of series do. */
function bookedMinutes(facts: LaneFacts): Minutes {
  const { range, scene } = facts;
  let sum = covered(clipAll(facts.occurrences, range));
  for (const appointment of facts.appointments) {
    if (!isVisited(shownState(appointment, scene.now))) continue;
    sum += Math.max(0, Math.min(appointment.end, range.to) - Math.max(appointment.start, range.from));
  }
  return minutes(Math.round(sum / MINUTE));
}
