import { MINUTE } from '../../../core/domain/time/instant.ts';
import { lanesOf } from './needs.ts';
import { every, type AppointmentRow, type Rows } from './rows.ts';

/**
 * A sentence for the first lane and minute at which more is planned than there is; null when there is none. What is written
 * down of a hold that has run out by `since` plans nothing.
 */
export function doublyUsed(rows: Rows, about: { readonly id: string } | null = null, since = 0): string | null {
  const planned = every(rows, 'appointment').filter(({ state }) =>
    state.status === 'held' ? state.until > since : ['confirmed', 'in-progress'].includes(state.status),
  );
  for (const lane of lanesOf(rows)) {
    if (about !== null && !hasClaim(planned, about.id, lane.id)) continue;
    const used = new Map<number, number>();
    for (const one of planned) {
      const units = one.claims.reduce((sum, claim) => sum + (claim.resourceId === lane.id ? claim.units : 0), 0);
      if (units === 0) continue;
      for (let at = Math.max(since, one.start - one.before * MINUTE); at < one.end + one.after * MINUTE; at += MINUTE) {
        const sum = (used.get(at) ?? 0) + units;
        if (sum > lane.capacity) return `${lane.id} is used ${sum} times at ${new Date(at).toISOString()}`;
        used.set(at, sum);
      }
    }
  }
  return null;
}

function hasClaim(planned: readonly AppointmentRow[], id: string, lane: string): boolean {
  return planned.find((one) => one.id === id)?.claims.some((claim) => claim.resourceId === lane) === true;
}
