import type { Entities, EntityName, Op, OpOn } from '../../domain/ops/op.ts';
import type { Appointment, AppointmentId } from '../../domain/work/appointment.ts';
import type { Database, Engine, Scope } from '../engine.ts';
import { deleteRow, getRow, updateRow } from '../queries/rows.ts';
import { faces } from '../rows/faces.ts';
import type { Face } from '../rows/face.ts';
import type { Inserts } from './inserts.ts';

/** One appointment over the whole command: as it was, and as it is now. */
export interface AppointmentChange {
  readonly id: AppointmentId;
  readonly before: Appointment | undefined;
  readonly after: Appointment | undefined;
}

/** A row that cannot be added because its id is taken. */
export interface TakenRow {
  readonly taken: { readonly entity: EntityName; readonly id: string };
}

export interface RowWriter {
  readonly db: Database;
  readonly engine: Engine;
  readonly scope: Scope;
  readonly inserts: Inserts;
}

/** Whose row it is. */
function ownerOf<E extends EntityName>(entity: E, row: Entities[E]): string {
  return 'organizationId' in row ? row.organizationId : entity === 'organization' ? row.id : '';
}

/** Use cases are shown their own organization's rows alone, so any other op here is a defect. */
function mustBeOwn<E extends EntityName>(scope: Scope, entity: E, row: Entities[E]): void {
  if (scope === null || ownerOf(entity, row) === scope) return;
  if (scope === '' && entity === 'organization') return;
  throw new Error(`This ${entity} belongs to another organization`);
}

async function applyOp<E extends EntityName>(
  { db, engine, scope, inserts }: RowWriter,
  op: OpOn<E>,
  revision: number,
): Promise<{ readonly before: Entities[E] | undefined; readonly after: Entities[E] | undefined } | TakenRow> {
  if (op.op === 'insert') {
    mustBeOwn(scope, op.entity, op.row);
    const face: Face<E> = faces[op.entity];
    try {
      await inserts.into(db, face.table, { ...face.toRow(op.row), revision });
    } catch (error) {
      if (!engine.isTakenId(error)) throw error;
      return { taken: { entity: op.entity, id: op.id } };
    }
    return { before: undefined, after: op.row };
  }
  const before = await getRow(db, scope, op.entity, op.id);
  if (before === undefined) throw new Error(`There is no ${op.entity} ${op.id} to ${op.op}`);
  if (op.op === 'delete') {
    await deleteRow(db, op.entity, op.id);
    return { before, after: undefined };
  }
  const after = { ...before, ...op.after };
  mustBeOwn(scope, op.entity, after);
  await updateRow(db, op.entity, after, revision);
  return { before, after };
}

/** Writes the ops in order and answers what happened to appointments, once for each. */
export async function applyRows(
  writer: RowWriter,
  ops: readonly Op[],
  revision: number,
): Promise<readonly AppointmentChange[] | TakenRow> {
  const changes = new Map<AppointmentId, AppointmentChange>();
  for (const op of ops) {
    if (op.entity !== 'appointment') {
      const done = await applyOp(writer, op, revision);
      if ('taken' in done) return done;
      continue;
    }
    const done = await applyOp<'appointment'>(writer, op, revision);
    if ('taken' in done) return done;
    const { before, after } = done;
    const id = (after ?? before)?.id;
    if (id === undefined) continue;
    const earlier = changes.get(id);
    changes.set(id, { id, before: earlier === undefined ? before : earlier.before, after });
  }
  return [...changes.values()];
}
