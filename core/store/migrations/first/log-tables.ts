import type { SchemaWords } from '../../engine.ts';
import { tableText } from './table-text.ts';

/** The command log with its ops, and the outbox. */
export function logTables({ integer, tableEnd }: SchemaWords): readonly string[] {
  const table = tableText(tableEnd);
  return [
    table(
      'command_log',
      [
        `sequence ${integer} not null`,
        'organization_id text',
        'command_id text not null unique',
        'fingerprint text not null',
        'name text not null',
        `version ${integer} not null`,
        'args text not null',
        'actor_id text not null',
        'actor_name text not null',
        'host text not null',
        'replica text not null',
        `at ${integer} not null`,
        'why text not null',
        'subject text not null',
        'overrode text not null',
        `undoable ${integer} not null check (undoable in (0, 1))`,
        `reverts ${integer}`,
        `undone_by ${integer}`,
      ],
      'primary key (sequence)',
    ),
    'create index command_log_actor on command_log (actor_id, sequence)',
    table(
      'op_log',
      [
        `sequence ${integer} not null references command_log (sequence) deferrable initially deferred`,
        `ordinal ${integer} not null`,
        'organization_id text',
        'entity text not null',
        'row_id text not null',
        'op text not null',
      ],
      'primary key (sequence, ordinal)',
    ),
    'create index op_log_row on op_log (entity, row_id, sequence)',
    table(
      'outbox',
      [
        `sequence ${integer} not null references command_log (sequence) deferrable initially deferred`,
        `ordinal ${integer} not null`,
        'organization_id text',
        'name text not null',
        'appointment_id text not null',
        'payload text not null',
        `delivered_at ${integer}`,
      ],
      'primary key (sequence, ordinal)',
    ),
  ];
}
