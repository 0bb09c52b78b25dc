import type { AbsenceImpact, AffectedAppointment } from '../../../core/contract/views/absence-view.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import type { InstantRange } from '../../../core/domain/time/instant.ts';
import { addDays, isLocalDate, localDate } from '../../../core/domain/time/local-date.ts';
import { startOfDay, toInstant } from '../../../core/domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../../core/domain/time/zones.ts';
import { minuteOf } from '../shared/clock-input.ts';

/** The absence as it stands in the form, in the location's wall time. */
export interface AbsenceDraft {
  readonly resourceId: string;
  readonly reason: string;
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
}

/** Appointment id to the alternative chosen; null leaves it where it is. What is not in it takes the best one. */
export type Choices = ReadonlyMap<string, number | null>;

/** The stretch the form means; null when it is no stretch. `24:00` is the day's end. */
export function rangeOf(
  draft: AbsenceDraft,
  { zones, zone }: { readonly zones: Zones; readonly zone: ZoneId },
): InstantRange | null {
  const ends = [
    [draft.fromDate, draft.fromTime],
    [draft.toDate, draft.toTime],
  ] as const;
  const [from, to] = ends.map(([date, time]) => {
    const minute = minuteOf(time);
    if (minute === undefined || !isLocalDate(date)) return null;
    return minute === 1440
      ? startOfDay(zones, zone, addDays(localDate(date), 1))
      : toInstant(zones, zone, localDate(date), minute);
  });
  return from === null || from === undefined || to === null || to === undefined || from >= to ? null : { from, to };
}

export function choiceOf(one: AffectedAppointment, choices: Choices): number | null {
  const chosen = choices.get(one.appointmentId);
  if (chosen !== undefined) return chosen;
  return one.alternatives.suggestions.length > 0 ? 0 : null;
}

export interface PlannedMove {
  readonly appointment: AffectedAppointment;
  readonly slot: SuggestionView;
}

/** What the one button would move, in the order of the day. */
export function plannedMoves(impact: AbsenceImpact, choices: Choices): readonly PlannedMove[] {
  return impact.affected.flatMap((appointment) => {
    const chosen = choiceOf(appointment, choices);
    const slot = chosen === null ? undefined : appointment.alternatives.suggestions[chosen];
    return slot === undefined ? [] : [{ appointment, slot }];
  });
}

function overlaps(a: SuggestionView, b: SuggestionView): boolean {
  const shares =
    (a.technician !== null && a.technician.id === b.technician?.id) || (a.bay !== null && a.bay.id === b.bay?.id);
  return shares && a.start < b.end && b.start < a.end;
}

/** Appointments whose chosen places stand in each other's way. */
export function clashes(moves: readonly PlannedMove[]): ReadonlySet<string> {
  const found = new Set<string>();
  moves.forEach((one, index) => {
    for (const other of moves.slice(index + 1))
      if (overlaps(one.slot, other.slot)) {
        found.add(one.appointment.appointmentId);
        found.add(other.appointment.appointmentId);
      }
  });
  return found;
}
