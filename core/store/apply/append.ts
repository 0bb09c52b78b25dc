import { sql } from 'kysely';
import type { NewLogEntry } from '../../application/ports/log-entry.ts';
import type { Op } from '../../domain/ops/op.ts';
import type { Database, Scope } from '../engine.ts';
import { faces } from '../rows/faces.ts';
import { toFlag } from '../rows/json-text.ts';
import type { CommandLogTable, OpLogTable, OutboxTable } from '../rows/log-row.ts';
import type { Inserts } from './inserts.ts';

/** Whose entry it is: that of the first row it changed, when nobody says; null for one that changed nothing. */
async function organizationOf(db: Database, scope: Scope, ops: readonly Op[]): Promise<string | null> {
  if (scope !== null && scope !== '') return scope;
  const [first] = ops;
  if (first === undefined) return null;
  if (first.entity === 'organization') return first.id;
  if (first.op !== 'update') return first.row.organizationId;
  const found = await sql<{ organization_id: string }>`
    select organization_id from ${sql.table(faces[first.entity].table)} where id = ${first.id}`.execute(db);
  return found.rows[0]?.organization_id ?? null;
}

/** Writes the command, its ops and what the outside is to be told. */
export async function appendEntry(db: Database, inserts: Inserts, scope: Scope, entry: NewLogEntry): Promise<void> {
  const organization = await organizationOf(db, scope, entry.ops);
  const { sequence } = entry;
  const of = { sequence, organization_id: organization };
  await inserts.into(db, 'command_log', {
    ...of,
    command_id: entry.commandId,
    fingerprint: entry.fingerprint,
    name: entry.name,
    version: entry.version,
    args: JSON.stringify(entry.args ?? null),
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    host: entry.host,
    replica: entry.replica,
    at: entry.at,
    why: entry.why,
    subject: entry.subject,
    overrode: JSON.stringify(entry.overrode),
    undoable: toFlag(entry.undoable),
    reverts: entry.reverts,
    undone_by: null,
  } satisfies CommandLogTable);
  for (const [ordinal, op] of entry.ops.entries())
    await inserts.into(db, 'op_log', {
      ...of,
      ordinal,
      entity: op.entity,
      row_id: op.id,
      op: JSON.stringify(op),
    } satisfies OpLogTable);
  for (const [ordinal, event] of entry.domainEvents.entries())
    await inserts.into(db, 'outbox', {
      ...of,
      ordinal,
      name: event.name,
      appointment_id: event.appointmentId,
      payload: JSON.stringify(event.payload),
      delivered_at: null,
    } satisfies OutboxTable);
}

export async function markUndone(db: Database, sequence: number, by: number | null): Promise<void> {
  await db.updateTable('command_log').set({ undone_by: by }).where('sequence', '=', sequence).execute();
}
