import type { AppointmentId } from '../../domain/work/appointment.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { SuggestionAnswer } from './suggestion-view.ts';

/** What an absence would touch: each appointment in it with its best alternatives. */
export interface AbsenceImpact {
  readonly affected: readonly AffectedAppointment[];
}

export interface AffectedAppointment {
  readonly appointmentId: AppointmentId;
  readonly title: string;
  readonly customer: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly alternatives: SuggestionAnswer;
}
