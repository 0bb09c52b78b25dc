import { subtract, union } from '../../kernel/sorted-ranges.ts';
import type { Op, OpOn } from '../../domain/ops/op.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import { instant, MINUTE, range, type Instant } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { busyRange, occupies } from '../../domain/work/status-machine.ts';
import type { Opening } from '../../planning/waitlist/opening.ts';
import type { Reader } from '../ports/store.ts';

/** An opening with where it is. */
export interface FoundOpening extends Opening {
  readonly locationId: LocationId;
}

/** Less than this is nobody's slot. */
const SHORTEST = 5 * MINUTE;
/** Entries looked through at once, newest first; older openings are either taken or have been offered. */
const MOST_ENTRIES = 500;

/**
 * The time that became free between two moments of the log, whatever freed it: a cancellation, a hold let go, a shorter job,
 * a move, an undo. Whether it has been taken again the search for a match sees. `from` is left out, `to` counts.
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
  const freed = [...ops].flatMap(([id, newestFirst]) => freedOnTheWay(rows.get(id) ?? null, newestFirst, now));
  return joined(freed);
}

/** What each of the ops freed: the row is taken back one op at a time. */
function freedOnTheWay(
  current: Appointment | null,
  newestFirst: readonly OpOn<'appointment'>[],
  now: Instant,
): readonly FoundOpening[] {
  const freed: FoundOpening[] = [];
  let after = current;
  for (const op of newestFirst) {
    const before = takenBack(after, op);
    freed.push(...freedBetween(before, after, now));
    after = before;
  }
  return freed;
}

/** What touches or overlaps on one resource is one opening. */
function joined(openings: readonly FoundOpening[]): readonly FoundOpening[] {
  const byResource = Map.groupBy(openings, (one) => one.resourceId);
  return [...byResource].flatMap(([resourceId, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { locationId } = first;
    return union(own.map((one) => one.range)).map(({ from, to }) => ({
      locationId,
      resourceId,
      range: range(instant(from), instant(to)),
    }));
  });
}

function isOnAppointment(op: Op): op is OpOn<'appointment'> {
  return op.entity === 'appointment';
}

/** The row before the op. */
function takenBack(after: Appointment | null, op: OpOn<'appointment'>): Appointment | null {
  switch (op.op) {
    case 'insert':
      return null;
    case 'delete':
      return op.row;
    case 'update':
      return after === null ? null : { ...after, ...op.before };
  }
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
      }));
  });
}
