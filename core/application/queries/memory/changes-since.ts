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
  if (to < from) return 'unknown';
  // Other organizations' entries lie in between, and are none of ours.
  const limit = Math.min(to - from, MOST_ENTRIES + 1);
  const entries = await read.log({ entity: null, id: null, before: to + 1, limit });
  const later = entries.filter((entry) => entry.sequence > from);
  if (later.length > MOST_ENTRIES) return 'unknown';
  return later.flatMap((entry) => entry.ops.map((op) => ({ entity: op.entity, id: op.id, isNew: op.op === 'insert' })));
}
