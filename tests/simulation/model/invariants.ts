import { every, type AppointmentRow, type Rows } from './rows.ts';
import { doublyUsed } from './double-use.ts';

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

export { doublyUsed } from './double-use.ts';

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
