import type { Instant } from '../../domain/time/instant.ts';
import type { ZoneId } from '../../domain/time/zones.ts';

export interface IcsPerson {
  readonly name?: string;
  /** A bare address, without `mailto:`. */
  readonly email: string;
}

export interface IcsAttendee extends IcsPerson {
  readonly response?: 'needs-action' | 'accepted' | 'declined' | 'tentative';
  /** Whether an answer is asked for. */
  readonly rsvp?: boolean;
}

/** One VEVENT as plain data. Texts may hold line breaks; they are cleaned of control characters when written. */
export interface IcsEvent {
  readonly uid: string;
  /** Rises with every change of time or place. */
  readonly sequence: number;
  /** When this file or message is made (DTSTAMP). */
  readonly stamp: Instant;
  readonly start: Instant;
  readonly end: Instant;
  /** The zone whose wall clock the event is written in. */
  readonly zone: ZoneId;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly organizer?: IcsPerson;
  /** Written only beside an organizer, and never under PUBLISH: RFC 5545 3.8.4.1 and RFC 5546 3.2.1 forbid it. */
  readonly attendees?: readonly IcsAttendee[];
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly categories?: readonly string[];
  /** Degrees, WGS 84. */
  readonly geo?: { readonly latitude: number; readonly longitude: number };
}

export interface IcsCalendar {
  /** Shown as the calendar's name by most clients (X-WR-CALNAME). */
  readonly name?: string;
  /** Left out for a plain file; set for invitations and published calendars. */
  readonly method?: 'PUBLISH' | 'REQUEST' | 'CANCEL' | 'REPLY';
  readonly events: readonly IcsEvent[];
}
