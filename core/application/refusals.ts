import { accept, refuse, type Outcome, type Refused } from '../kernel/outcome.ts';
import type { FieldProblem, Refusal } from '../contract/refusal.ts';
import type { EntityName, Entities, Op } from '../domain/ops/op.ts';
import type { Reader } from './ports/store.ts';
import type { Decision } from './use-case.ts';

/** One wrong field, found out by looking at the rows. */
export function invalid(field: string, reason: string): Refused<Refusal> {
  return invalidAll([{ field, reason }]);
}

export function invalidAll(problems: readonly FieldProblem[]): Refused<Refusal> {
  return refuse({ kind: 'invalid-input', problems });
}

export function notFound(entity: EntityName, id: string, field: string): Refused<Refusal> {
  return refuse({ kind: 'not-found', entity, id, field });
}

/** The row, or not-found with the field that named it. */
export async function found<E extends EntityName>(
  read: Reader,
  entity: E,
  id: string,
  field: string,
): Promise<Outcome<Entities[E], Refusal>> {
  const row = await read.get(entity, id);
  return row === undefined ? notFound(entity, id, field) : accept(row);
}

/** Nothing to look up when no id was given. */
export async function foundOrNull<E extends EntityName>(
  read: Reader,
  entity: E,
  id: string | null,
  field: string,
): Promise<Outcome<Entities[E] | null, Refusal>> {
  return id === null ? accept(null) : found(read, entity, id, field);
}

/** All rows in the order of the ids, or not-found for the first that is missing. `field` says how the place is called. */
export async function foundAll<E extends EntityName>(
  read: Reader,
  entity: E,
  ids: readonly string[],
  field: (index: number) => string,
): Promise<Outcome<readonly Entities[E][], Refusal>> {
  if (ids.length === 0) return accept([]);
  const rows = new Map((await read.getMany(entity, ids)).map((row) => [row.id as string, row]));
  const ordered: Entities[E][] = [];
  for (const [index, id] of ids.entries()) {
    const row = rows.get(id);
    if (row === undefined) return notFound(entity, id, field(index));
    ordered.push(row);
  }
  return accept(ordered);
}

/** Refuses an id that is taken. */
export async function isNew(read: Reader, entity: EntityName, id: string): Promise<Outcome<null, Refusal>> {
  const row = await read.get(entity, id);
  return row === undefined ? accept(null) : refuse({ kind: 'already-exists', entity, id });
}

/** An accepted decision. Updates that change nothing come as null and are left out. */
export function decide(
  subject: string,
  ops: readonly (Op | null)[],
  more: Omit<Decision, 'ops' | 'subject'> = {},
): Outcome<Decision, Refusal> {
  return accept({ subject, ops: ops.filter((op) => op !== null), ...more });
}
