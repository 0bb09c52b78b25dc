import { sql } from 'kysely';
import type { DomainEvent } from '../../application/ports/log-entry.ts';
import type { OutboxEntry } from '../../application/ports/outbox.ts';
import { instant, type Instant } from '../../domain/time/instant.ts';
import { asId } from '../../kernel/id.ts';
import type { Database } from '../engine.ts';
import { fromJson } from '../rows/json-text.ts';

/** The oldest events that have not arrived, in order. */
export async function pendingEvents(db: Database, limit: number): Promise<readonly OutboxEntry[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('command_log', 'command_log.sequence', 'outbox.sequence')
    .select(['outbox.sequence', 'ordinal', 'outbox.organization_id', 'outbox.name', 'appointment_id', 'payload', 'at'])
    .where('delivered_at', 'is', null)
    .orderBy('outbox.sequence')
    .orderBy('ordinal')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    ordinal: row.ordinal,
    organizationId: row.organization_id === null ? null : asId<'organization'>(row.organization_id),
    name: row.name as DomainEvent['name'],
    appointmentId: row.appointment_id,
    payload: fromJson(row.payload) as DomainEvent['payload'],
    at: instant(row.at),
  }));
}

/** True when it was pending until now. */
export async function markDelivered(db: Database, sequence: number, ordinal: number, at: Instant): Promise<boolean> {
  const marked = await sql`
    update outbox set delivered_at = ${at}
    where sequence = ${sequence} and ordinal = ${ordinal} and delivered_at is null`.execute(db);
  return (marked.numAffectedRows ?? 0n) > 0n;
}
