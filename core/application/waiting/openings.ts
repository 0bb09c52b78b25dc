import { subtract } from '../../kernel/sorted-ranges.ts';
import { invert, type Op, type OpOn } from '../../domain/ops/op.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import { instant, MINUTE, range, type Instant } from '../../domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../../domain/work/appointment.ts';
import { busyRange, occupies } from '../../domain/work/status-machine.ts';
import type { Opening } from '../../planning/waitlist/best-match.ts';
import type { Reader } from '../ports/store.ts';

/** An opening with where it is and whose appointment left it. */
export interface FoundOpening extends Opening {
  readonly locationId: LocationId;
  readonly left: AppointmentId;
}

/** Less than this is nobody's slot. */
const SHORTEST = 5 * MINUTE;
/** Entries looked through at once, newest first; older openings are either taken or have been offered. */
const MOST_ENTRIES = 500;

/**
 * The time that has become free between two moments of the log and is not taken again, whatever freed it: a cancellation, a
 * hold let go, a shorter job, a move, an undo. `from` is left out, `to` counts.
 */
export async function openingsSince(
  read: Reader,
  from: number,
  to: number,
  now: Instant,
): Promise<readonly FoundOpening[]> {
  if (to <= from) return [];
  const entries = await read.log({ entity: null, id: null, before: to + 1, limit: Math.min(to - from, MOST_ENTRIES) });
  const ops = new Map<string, OpOn<'appointment'>[]>();
  for (const entry of entries.filter((one) => one.sequence > from))
    for (const op of entry.ops.toReversed()) if (isOnAppointment(op)) ops.set(op.id, [...(ops.get(op.id) ?? []), op]);
  if (ops.size === 0) return [];
  const rows = new Map((await read.getMany('appointment', [...ops.keys()])).map((row) => [row.id as string, row]));
  return [...ops].flatMap(([id, newestFirst]) => {
    const after = rows.get(id) ?? null;
    return freedBetween(asItWas(after, newestFirst), after, now);
  });
}

function isOnAppointment(op: Op): op is OpOn<'appointment'> {
  return op.entity === 'appointment';
}

/** The row before the ops, which are taken back one by one. */
function asItWas(after: Appointment | null, newestFirst: readonly OpOn<'appointment'>[]): Appointment | null {
  let row = after;
  for (const op of newestFirst) {
    const back = invert(op);
    if (back.entity !== 'appointment') continue;
    if (back.op === 'delete') row = null;
    else if (back.op === 'insert') row = back.row;
    else if (row !== null) row = { ...row, ...back.after };
  }
  return row;
}

/** What the appointment kept busy before and does not any more, from now on. A hold counts as it was written down. */
export function freedBetween(
  before: Appointment | null,
  after: Appointment | null,
  now: Instant,
): readonly FoundOpening[] {
  if (before === null || !occupies(before, instant(0))) return [];
  const was = busyRange(before, now);
  const stays = after !== null && occupies(after, now) ? busyRange(after, now) : null;
  return before.claims.flatMap(({ resourceId }) => {
    const kept = stays !== null && after?.claims.some((claim) => claim.resourceId === resourceId) === true;
    const freed = subtract([{ from: Math.max(was.from, now), to: was.to }], kept ? [stays] : []);
    return freed
      .filter((span) => span.to - span.from >= SHORTEST)
      .map((span) => ({
        locationId: before.locationId,
        resourceId,
        range: range(instant(span.from), instant(span.to)),
        left: before.id,
      }));
  });
}
