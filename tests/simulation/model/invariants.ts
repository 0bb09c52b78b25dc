import { MINUTE } from '../../../core/domain/time/instant.ts';
import { every, type AppointmentRow, type Rows } from './rows.ts';
import { lanesOf } from './needs.ts';
import type { Site } from './site.ts';
import { overdrawnTeam } from './teams.ts';
import { TOPICS } from './topics.ts';

const NEXT: Readonly<Record<string, readonly string[]>> = {
  requested: ['requested', 'held', 'confirmed', 'cancelled'],
  held: ['held', 'confirmed', 'requested', 'cancelled'],
  confirmed: ['confirmed', 'in-progress', 'cancelled', 'no-show'],
  'in-progress': ['in-progress', 'completed', 'confirmed'],
  completed: ['completed'],
  cancelled: ['cancelled'],
  'no-show': ['no-show'],
};

/** A sentence for the first lane and minute at which more is planned than there is; null when there is none. */
export function doublyUsed(rows: Rows, about: { readonly id: string } | null = null, since = 0): string | null {
  const planned = every(rows, 'appointment').filter(({ state }) =>
    ['held', 'confirmed', 'in-progress'].includes(state.status),
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

/** Everything that must be true after every step, whatever was sent; sentences for what is not. */
export function broken(before: Rows, after: Rows, site: Site, isReversal: boolean, now = 0): readonly string[] {
  const told: string[] = [];
  // What has passed was right by what there was then.
  const used = doublyUsed(after, null, now) ?? overdrawnTeam(after, now);
  if (used !== null) told.push(used);
  for (const stock of every(after, 'stock')) if (stock.onHand < 0) told.push(`stock is ${stock.onHand}`);
  told.push(...TOPICS.flatMap((one) => one.broken(before, after, site)));
  if (isReversal) return told;
  for (const one of every(after, 'appointment')) {
    const was = before.get(one.id) as AppointmentRow | undefined;
    const from = was?.state.status;
    if (from !== undefined && NEXT[from]?.includes(one.state.status) !== true)
      told.push(`${from} became ${one.state.status}`);
  }
  return told;
}
