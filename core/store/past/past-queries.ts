import { sql } from 'kysely';
import type { LastChange } from '../../application/ports/store.ts';
import type { EntityName, OpOn } from '../../domain/ops/op.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { Database, Scope } from '../engine.ts';
import { forIds } from '../queries/id-lists.ts';
import { ownedBy, ownId } from '../queries/scope.ts';
import { fromJson } from '../rows/json-text.ts';

interface LoggedOp {
  readonly row_id: string;
  readonly op: string;
}

/** Ops later than the place in the log, newest first, by row; of the named rows, or of all of that kind. */
export async function opsAfter<E extends EntityName>(
  db: Database,
  scope: Scope,
  entity: E,
  ids: readonly string[] | null,
  after: number,
): Promise<ReadonlyMap<string, readonly OpOn<E>[]>> {
  const ask = async (list: readonly string[] | null): Promise<readonly LoggedOp[]> => {
    const named = list === null ? sql`1 = 1` : sql`row_id in (${sql.join(list)})`;
    const found = await sql<LoggedOp>`
      select row_id, op from op_log
      where entity = ${entity} and ${named} and sequence > ${after} and ${ownedBy(scope)}
      order by sequence desc, ordinal desc`.execute(db);
    return found.rows;
  };
  const rows = ids === null ? await ask(null) : await forIds(ids, ask);
  const byRow = new Map<string, OpOn<E>[]>();
  for (const { row_id: id, op } of rows) {
    const list = byRow.get(id) ?? [];
    byRow.set(id, list);
    // The statement names the entity.
    list.push(fromJson(op) as OpOn<E>);
  }
  return byRow;
}

/** Appointments that lay in the range at the location at some time, as the log of touches has it. */
export async function everTouching(
  db: Database,
  scope: Scope,
  locationId: string,
  range: InstantRange,
): Promise<readonly string[]> {
  const longest = sql`(select coalesce(max(busy_length), 0) from appointment_touches)`;
  const found = await sql<{ row_id: string }>`
    select distinct row_id from op_log
    where entity = 'appointment' and ${ownedBy(scope)} and sequence in (
      select sequence from appointment_touches
      where location_id = ${ownId(scope, 'locations', locationId)}
        and busy_from < ${range.to} and busy_to > ${range.from} and busy_from > ${range.from} - ${longest}
    )`.execute(db);
  return found.rows.map((row) => row.row_id);
}

/** Appointments of the location that were changed after the place in the log though they begin before the moment. */
export async function changedSince(
  db: Database,
  scope: Scope,
  locationId: string,
  before: number,
  after: number,
): Promise<readonly string[]> {
  const found = await sql<{ row_id: string }>`
    select distinct row_id from op_log
    where entity = 'appointment' and ${ownedBy(scope)} and sequence in (
      select sequence from appointment_touches
      where location_id = ${ownId(scope, 'locations', locationId)} and busy_from < ${before} and sequence > ${after}
    )`.execute(db);
  return found.rows.map((row) => row.row_id);
}

/** The place in the log at the end of the moment: that of the last command sent by then. */
export async function sequenceAt(db: Database, at: number): Promise<number> {
  const query = db
    .selectFrom('command_log')
    .select('sequence')
    .where('at', '<=', sql<never>`${at}`);
  const found = await query.orderBy('at', 'desc').orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  return found?.sequence ?? 0;
}

/** The last change of each row up to the place in the log. */
export async function lastChanges(
  db: Database,
  scope: Scope,
  entity: EntityName,
  ids: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, LastChange>> {
  const rows = await forIds(ids, async (list) => {
    const found = await sql<LastChange & { readonly id: string }>`
      select last.row_id as id, log.sequence, log.at, log.actor_name as "by", log.name, log.why
      from (
        select row_id, max(sequence) as sequence from op_log
        where entity = ${entity} and row_id in (${sql.join(list)}) and sequence <= ${upTo} group by row_id
      ) last
      join command_log log on log.sequence = last.sequence
      where coalesce(log.organization_id, '') = coalesce(${scope}, log.organization_id, '')`.execute(db);
    return found.rows;
  });
  return new Map(rows.map(({ id, ...change }) => [id, change]));
}
