import type { EntityName } from '../../../domain/ops/op.ts';
import type { Reader } from '../../ports/store.ts';

/** Reading more entries than this costs more than reading the rows again. */
const MOST_ENTRIES = 50;

export interface TouchedRow {
  readonly entity: EntityName;
  readonly id: string;
  readonly isNew: boolean;
}

/** The rows that entries after `from`, up to `to`, touched; `unknown` when the log went back or too far ahead. */
export async function changesSince(read: Reader, from: number, to: number): Promise<readonly TouchedRow[] | 'unknown'> {
  if (to < from || to - from > MOST_ENTRIES) return 'unknown';
  const entries = await read.log({ entity: null, id: null, before: to + 1, limit: to - from });
  const later = entries.filter((entry) => entry.sequence > from);
  // Sequences have no gaps; an entry that cannot be found means that this is not the log it was.
  if (later.length !== to - from) return 'unknown';
  return later.flatMap((entry) => entry.ops.map((op) => ({ entity: op.entity, id: op.id, isNew: op.op === 'insert' })));
}
