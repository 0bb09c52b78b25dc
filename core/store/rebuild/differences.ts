import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type BetterSqlite3 from 'better-sqlite3';
import type { EntityName } from '../../domain/ops/op.ts';
import { ENTITY_NAMES, faces } from '../rows/faces.ts';

/** How many rows of one kind the old file has otherwise than the log; null where they cannot be read at all. */
export interface Difference {
  readonly entity: EntityName;
  readonly rows: number | null;
}

interface Row {
  readonly id: string;
  readonly revision: number;
}

/** Compares every row of two files; kinds of rows without a difference are left out. */
export async function differences(
  old: BetterSqlite3.Database,
  fresh: BetterSqlite3.Database,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const entity of ENTITY_NAMES) {
    await nextTurn();
    const rows = differing(old, fresh, entity);
    if (rows !== 0) found.push({ entity, rows });
  }
  return found;
}

function differing(old: BetterSqlite3.Database, fresh: BetterSqlite3.Database, entity: EntityName): number | null {
  const face = faces[entity];
  const all = `select * from ${face.table}`;
  const same = (one: Row, other: Row): boolean =>
    one.revision === other.revision && isDeepStrictEqual(face.fromRow(one), face.fromRow(other));
  try {
    const left = new Map(
      old
        .prepare<[], Row>(all)
        .all()
        .map((row) => [row.id, row]),
    );
    let count = 0;
    for (const row of fresh.prepare<[], Row>(all).iterate()) {
      const was = left.get(row.id);
      left.delete(row.id);
      if (was === undefined || !same(was, row)) count += 1;
    }
    // What is left no op ever made.
    return count + left.size;
  } catch {
    return null;
  }
}
