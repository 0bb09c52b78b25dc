import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type BetterSqlite3 from 'better-sqlite3';
import type { Entities, EntityName, Op } from '../../domain/ops/op.ts';
import type { Face } from '../rows/face.ts';
import { ENTITY_NAMES, faces } from '../rows/faces.ts';
import { fromJson } from '../rows/json-text.ts';
import { check, type Check } from './checks.ts';

/** Lets other work in now and then: a big log takes seconds. */
const OPS_PER_TURN = 500;

interface LoggedOp {
  readonly row_id: string;
  readonly sequence: number;
  readonly op: string;
}

/** One row as the log tells it. */
interface Told {
  readonly id: string;
  readonly value: object | undefined;
  readonly revision: number;
}

function replayed(told: Told, op: Op, revision: number): Told {
  switch (op.op) {
    case 'insert':
      return { ...told, value: op.row, revision };
    case 'delete':
      return { ...told, value: undefined, revision };
    case 'update':
      return { ...told, value: { ...told.value, ...op.after }, revision };
  }
}

/**
 * Compares a row with what the log tells of it; JSON for both, since that is what the log can hold. What the log tells goes
 * through the same face, which completes what an older version wrote.
 */
function agrees(face: Face<EntityName>, row: object | undefined, told: Told): boolean {
  if (row === undefined || told.value === undefined) return row === told.value;
  const held = fromJson(JSON.stringify(face.fromRow(row)));
  // The log names the entity beside the row, so the row is of the face's kind.
  const said = fromJson(JSON.stringify(face.fromRow(face.toRow(told.value as Entities[EntityName]))));
  return 'revision' in row && row.revision === told.revision && isDeepStrictEqual(held, said);
}

async function differing(database: BetterSqlite3.Database, entity: EntityName): Promise<number> {
  const face = faces[entity];
  const rowOf = database.prepare<[string], object>(`select * from ${face.table} where id = ?`);
  const counted = database.prepare<[], { count: number }>(`select count(*) as count from ${face.table}`).get();
  const ops = database
    .prepare<[string], LoggedOp>(
      'select row_id, sequence, op from op_log where entity = ? order by row_id, sequence, ordinal',
    )
    .iterate(entity);
  let told: Told = { id: '', value: undefined, revision: 0 };
  let [alive, differ, read] = [0, 0, 0];
  const settle = (): void => {
    if (told.id === '') return;
    if (told.value !== undefined) alive += 1;
    if (!agrees(face, rowOf.get(told.id), told)) differ += 1;
  };
  for (const logged of ops) {
    if (logged.row_id !== told.id) {
      settle();
      told = { id: logged.row_id, value: undefined, revision: 0 };
    }
    told = replayed(told, fromJson(logged.op) as Op, logged.sequence);
    read += 1;
    if (read % OPS_PER_TURN === 0) await nextTurn();
  }
  settle();
  // Rows no op ever made.
  return differ + Math.max(0, (counted?.count ?? 0) - alive);
}

/** Every row equals the replay of its ops, and no row came from elsewhere. */
export async function logAgainstRows(database: BetterSqlite3.Database): Promise<Check> {
  let differ = 0;
  for (const entity of ENTITY_NAMES) differ += await differing(database, entity);
  return check('log-against-rows', differ, 'Every row is what the log says', `${differ} rows differ from the log`);
}
