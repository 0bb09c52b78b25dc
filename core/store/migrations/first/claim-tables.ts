import type { SchemaWords } from '../../engine.ts';
import { references, tableText } from './table-text.ts';

/** Claims with their belt, and where appointments were. */
export function claimTables({ integer, tableEnd, claimsBelt }: SchemaWords): readonly string[] {
  const table = tableText(tableEnd);
  const revision = `revision ${integer} not null`;
  return [
    table(
      'claims',
      [
        `appointment_id text not null ${references('appointments')}`,
        `resource_id text not null ${references('resources')}`,
        `unit ${integer} not null check (unit >= 0)`,
        'organization_id text not null',
        'role text not null',
        `busy_from ${integer} not null`,
        `busy_to ${integer} not null`,
        `occupying ${integer} not null check (occupying in (0, 1))`,
        revision,
        'check (busy_from < busy_to)',
      ],
      'primary key (appointment_id, resource_id, unit)',
    ),
    'create index claims_belt on claims (resource_id, unit, busy_from) where occupying = 1',
    'create index claims_time on claims (resource_id, busy_from, busy_to, occupying, appointment_id)',
    ...claimsBelt,
    table(
      'appointment_touches',
      [
        `sequence ${integer} not null`,
        'organization_id text not null',
        'location_id text not null',
        `busy_from ${integer} not null`,
        `busy_to ${integer} not null`,
        `busy_length ${integer} not null`,
      ],
      'primary key (location_id, busy_from, busy_to, sequence)',
    ),
    'create index appointment_touches_length on appointment_touches (busy_length)',
  ];
}
