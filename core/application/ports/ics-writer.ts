import type { Instant } from '../../domain/time/instant.ts';
import type { ZoneId } from '../../domain/time/zones.ts';

/** One event of an iCalendar file, as the calendar room writes it. */
export interface IcsWriterEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: Instant;
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: ZoneId;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  readonly organizer?: { readonly name: string; readonly email: string };
  readonly attendees: readonly {
    readonly name: string;
    readonly email: string;
    readonly response: 'needs-action' | 'accepted' | 'declined' | 'tentative';
  }[];
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly geo?: { readonly latitude: number; readonly longitude: number };
}

/** Turns events into the text of an .ics file, VTIMEZONE included. */
export type IcsWriter = (calendar: { readonly name: string; readonly events: readonly IcsWriterEvent[] }) => string;
