import type { LogEntry } from '../../application/ports/log-entry.ts';
import type { Op } from '../../domain/ops/op.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import { fromJson, fromListText } from './json-text.ts';

export interface CommandLogTable {
  readonly sequence: number;
  readonly organization_id: string | null;
  readonly command_id: string;
  readonly fingerprint: string;
  readonly name: LogEntry['name'];
  readonly version: number;
  readonly args: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly host: LogEntry['host'];
  readonly replica: string;
  readonly at: LogEntry['at'];
  readonly why: string;
  readonly subject: string;
  readonly overrode: string;
  readonly undoable: number;
  readonly reverts: number | null;
  readonly undone_by: number | null;
}

export interface OpLogTable {
  readonly sequence: number;
  readonly ordinal: number;
  readonly organization_id: string | null;
  readonly entity: Op['entity'];
  readonly row_id: string;
  readonly op: string;
}

export interface OutboxTable {
  readonly sequence: number;
  readonly ordinal: number;
  readonly organization_id: string | null;
  readonly name: string;
  readonly appointment_id: string;
  readonly payload: string;
  readonly delivered_at: number | null;
}

export function logEntryFrom(row: CommandLogTable, ops: readonly Op[]): LogEntry {
  return {
    sequence: row.sequence,
    commandId: row.command_id,
    fingerprint: row.fingerprint,
    name: row.name,
    version: row.version,
    args: fromJson(row.args),
    actorId: row.actor_id,
    actorName: row.actor_name,
    host: row.host,
    replica: row.replica,
    at: row.at,
    why: row.why,
    subject: row.subject,
    overrode: fromListText(row.overrode) as readonly Reason[],
    undoable: row.undoable === 1,
    reverts: row.reverts,
    undoneBy: row.undone_by,
    ops,
  };
}
