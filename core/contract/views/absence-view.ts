import type { AppointmentId, Claim } from '../../domain/work/appointment.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ZoneId } from '../../domain/time/zones.ts';
import type { NamedOccurrence } from './series-view.ts';
import type { SuggestionAnswer } from './suggestion-view.ts';

/** What an absence would touch: each appointment in it with its best alternatives. */
export interface AbsenceImpact {
  readonly affected: readonly AffectedAppointment[];
}

export interface AffectedAppointment {
  /** Of an occurrence that is no appointment yet: the id under which it takes its lanes. */
  readonly appointmentId: AppointmentId;
  /** Set where it is such an occurrence: `editOccurrence` moves it, to a start in the zone, with these claims as they are. */
  readonly occurrence: (NamedOccurrence & { readonly zone: ZoneId; readonly claims: readonly Claim[] }) | null;
  readonly title: string;
  readonly customer: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly alternatives: SuggestionAnswer;
}
