import type { DocumentEntity, DocumentFilter, Reader } from '../../application/ports/store.ts';
import type { Entities } from '../../domain/ops/op.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import { addMinutes, LATEST, type InstantRange } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { absencesByStart, byStart } from '../queries/ordering.ts';
import type { Columns } from '../rows/face.ts';
import { faces } from '../rows/faces.ts';
import { plannedBusy } from '../rows/appointment-row.ts';
import { changedSince, everTouching } from './past-queries.ts';
import { pastCandidates, pastRows, pastTable, type Past } from './past-rows.ts';

/** Nobody starts work more than a day before it is planned. */
const EARLY = 24 * 60;
const OCCUPYING: readonly string[] = ['held', 'confirmed', 'in-progress'];

function touches(one: Appointment, range: InstantRange): boolean {
  const busy = plannedBusy(one);
  return busy.from < range.to && busy.to > range.from;
}

async function appointmentsAt(past: Past, location: LocationId, range: InstantRange): Promise<readonly Appointment[]> {
  const ids = await everTouching(past.db, past.scope, location, range);
  const rows = await pastRows(past, 'appointment', ids);
  return rows.filter((one) => one.locationId === location && touches(one, range)).toSorted(byStart);
}

/** The same test as in the store's look-up columns, which hold what a filter asks about. */
function fits(row: Columns, filter: DocumentFilter): boolean {
  const { locationId, subjectId, status, range } = filter;
  if (locationId !== undefined && row['location_id'] !== locationId) return false;
  if (subjectId !== undefined && row['subject_id'] !== subjectId) return false;
  if (status !== undefined && !status.includes(String(row['status']))) return false;
  if (range === undefined) return true;
  const from = row['starts_at'];
  if (typeof from !== 'number') return false;
  return from < range.to && Number(row['ends_at'] ?? from + 1) > range.from;
}

async function documents<E extends DocumentEntity>(
  past: Past,
  now: Reader,
  entity: E,
  filter: DocumentFilter,
): Promise<readonly Entities[E][]> {
  const { limit, ...unlimited } = filter;
  const rows = await pastCandidates(past, entity, await now.find(entity, unlimited));
  const keyed = rows.map((row) => ({ row, keys: faces[entity].toRow(row) })).filter(({ keys }) => fits(keys, filter));
  const sorted = keyed.toSorted(
    (a, b) => Number(a.keys['starts_at']) - Number(b.keys['starts_at']) || (a.row.id < b.row.id ? -1 : 1),
  );
  return sorted.slice(0, limit).map(({ row }) => row);
}

/**
 * The rows as they stood at a place in the log, worked out backwards from those of now: only what a question is about is
 * rewound, so that an old board costs little more than today's. What no board asks for is answered as of now.
 */
export function createPastReader(past: Past, now: Reader): Reader {
  return {
    ...now,
    sequence: () => Promise.resolve(past.sequence),
    get: async (entity, id) => (await pastRows(past, entity, [id]))[0],
    getMany: (entity, ids) => pastRows(past, entity, ids),
    all: (entity) => pastTable(past, entity),
    find: (entity, filter) => documents(past, now, entity, filter),
    appointmentsAt: (location, range) => appointmentsAt(past, location, range),
    async inStatus(location, status) {
      const open = await now.inStatus(location, status);
      // Work that is under way began by then, or is planned for the coming hours; of what is asked for, all counts.
      const begins = status === 'in-progress' ? addMinutes(past.at, EARLY) : LATEST;
      const since = await changedSince(past.db, past.scope, location, begins, past.sequence);
      const rows = await pastRows(past, 'appointment', [...open.map((one): string => one.id), ...since]);
      return rows.filter((one) => one.locationId === location && one.state.status === status).toSorted(byStart);
    },
    async occupying(resourceIds, range) {
      const wanted = new Set<string>(resourceIds);
      const found: Appointment[] = [];
      for (const { id } of await pastTable(past, 'location')) found.push(...(await appointmentsAt(past, id, range)));
      return found
        .filter((one) => OCCUPYING.includes(one.state.status))
        .filter((one) => one.claims.some((claim) => wanted.has(claim.resourceId)))
        .toSorted(byStart);
    },
    async absences(resourceIds, range) {
      const wanted = new Set<string>(resourceIds);
      const rows = await pastCandidates(past, 'absence', await now.absences(resourceIds, range));
      return rows
        .filter((one) => wanted.has(one.resourceId) && one.range.from < range.to && one.range.to > range.from)
        .toSorted(absencesByStart);
    },
  };
}
