import type { SmallEntity } from '../../application/ports/store.ts';
import type { Entities, EntityName } from '../../domain/ops/op.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { rewound } from '../../domain/ops/rewind.ts';
import type { Database, Scope } from '../engine.ts';
import { byPlace } from '../queries/ordering.ts';
import { allRows, getRows } from '../queries/rows.ts';
import { faces } from '../rows/faces.ts';
import type { Face } from '../rows/face.ts';
import { opsAfter } from './past-queries.ts';

/** A place in the log of one organization. */
export interface Past {
  readonly db: Database;
  readonly scope: Scope;
  readonly sequence: number;
  /** The moment at which the log had got so far. */
  readonly at: Instant;
}

/** What an older version wrote is completed by its face, as when a row is read. */
function completed<E extends EntityName>(entity: E, value: Entities[E]): Entities[E] {
  const face: Face<E> = faces[entity];
  return face.fromRow(face.toRow(value));
}

/** The rows of the ids as they stood then; those that were not there are left out. */
export async function pastRows<E extends EntityName>(
  { db, scope, sequence }: Past,
  entity: E,
  ids: readonly string[],
): Promise<readonly Entities[E][]> {
  if (ids.length === 0) return [];
  const unique = [...new Set(ids)];
  const now = new Map((await getRows(db, scope, entity, unique)).map((row): [string, Entities[E]] => [row.id, row]));
  const ops = await opsAfter(db, scope, entity, unique, sequence);
  return unique.flatMap((id) => {
    const later = ops.get(id);
    const row = now.get(id);
    if (later === undefined) return row ?? [];
    const then = rewound(row, later);
    return then === undefined ? [] : completed(entity, then);
  });
}

/** The whole of a small table as it stood then, by position then name. */
export async function pastTable<E extends SmallEntity>(past: Past, entity: E): Promise<readonly Entities[E][]> {
  const now = await allRows(past.db, past.scope, entity);
  const later = await opsAfter(past.db, past.scope, entity, null, past.sequence);
  if (later.size === 0) return now;
  const ids = [...now.map((row): string => row.id), ...later.keys()];
  return (await pastRows(past, entity, ids)).toSorted(byPlace);
}

/** Rows that fit now, and all of that kind that changed since, as they stood then. The caller keeps those that fitted. */
export async function pastCandidates<E extends EntityName>(
  past: Past,
  entity: E,
  now: readonly Entities[E][],
): Promise<readonly Entities[E][]> {
  const later = await opsAfter(past.db, past.scope, entity, null, past.sequence);
  if (later.size === 0) return now;
  return pastRows(past, entity, [...now.map((row): string => row.id), ...later.keys()]);
}
