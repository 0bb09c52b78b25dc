import type { Entities, EntityName, Op, OpOn } from '../../domain/ops/op.ts';
import type { Appointment, AppointmentId } from '../../domain/work/appointment.ts';
import type { Database } from '../engine.ts';
import { deleteRow, getRow, insertRow, updateRow } from '../queries/rows.ts';

/** One appointment over the whole command: as it was, and as it is now. */
export interface AppointmentChange {
  readonly id: AppointmentId;
  readonly before: Appointment | undefined;
  readonly after: Appointment | undefined;
}

async function applyOp<E extends EntityName>(
  db: Database,
  op: OpOn<E>,
  revision: number,
): Promise<{ readonly before: Entities[E] | undefined; readonly after: Entities[E] | undefined }> {
  if (op.op === 'insert') {
    await insertRow(db, op.entity, op.row, revision);
    return { before: undefined, after: op.row };
  }
  const before = await getRow(db, op.entity, op.id);
  if (before === undefined) throw new Error(`There is no ${op.entity} ${op.id} to ${op.op}`);
  if (op.op === 'delete') {
    await deleteRow(db, op.entity, op.id);
    return { before, after: undefined };
  }
  const after = { ...before, ...op.after };
  await updateRow(db, op.entity, after, revision);
  return { before, after };
}

/** Writes the ops in order and answers what happened to appointments, once for each. */
export async function applyRows(
  db: Database,
  ops: readonly Op[],
  revision: number,
): Promise<readonly AppointmentChange[]> {
  const changes = new Map<AppointmentId, AppointmentChange>();
  for (const op of ops) {
    if (op.entity !== 'appointment') {
      await applyOp(db, op, revision);
      continue;
    }
    const { before, after } = await applyOp<'appointment'>(db, op, revision);
    const id = (after ?? before)?.id;
    if (id === undefined) continue;
    const earlier = changes.get(id);
    changes.set(id, { id, before: earlier === undefined ? before : earlier.before, after });
  }
  return [...changes.values()];
}
