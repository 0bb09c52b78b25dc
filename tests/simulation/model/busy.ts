import { MINUTE } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import type { Needs } from './needs.ts';
import type { AppointmentRow } from './rows.ts';

/** What somebody wants judged. */
export interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  readonly claims: readonly Claim[];
  /** Null is time booked by itself: it needs nothing. */
  readonly needs: Needs | null;
  /** The appointment that moves does not stand in its own way. */
  readonly own: string | null;
  readonly recording: boolean;
}

/** Held until it runs out, confirmed and in progress take what they claim. */
export function occupies({ state }: AppointmentRow, now: number): boolean {
  if (state.status === 'held') return state.until > now;
  return state.status === 'confirmed' || state.status === 'in-progress';
}

/** A hold that has run out and is still written down: it keeps nothing from anybody, neither time nor parts. */
export function isStale({ state }: AppointmentRow, now: number): boolean {
  return state.status === 'held' && state.until <= now;
}

/** From the buffer before to the buffer after; work that overruns is busy until now. */
export function busy(one: AppointmentRow, now: number): { readonly from: number; readonly to: number } {
  const end = one.state.status === 'in-progress' ? Math.max(one.end, now) : one.end;
  return { from: one.start - one.before * MINUTE, to: end + one.after * MINUTE };
}
