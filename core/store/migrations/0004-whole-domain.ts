import { references, owned, tableText } from './first/table-text.ts';
import type { Migration } from './migration.ts';

const TABLES = ['users', 'schedule_rules', 'waitlist_entries', 'fees', 'alerts', 'exposures', 'slot_instances'];

/** Users, schedule rules, series, waitlist, fees, alerts, exposures and published slots: documents with look-up columns. */
export const wholeDomain: Migration = {
  number: 4,
  name: 'whole-domain',
  statements: ({ integer, tableEnd, searchOwners }) => {
    const table = tableText(tableEnd);
    const lookUps = ['subject_id text', 'status text', `starts_at ${integer}`, `ends_at ${integer}`];
    const indexes = (name: string): readonly string[] => [
      `create index ${name}_subject on ${name} (subject_id)`,
      `create index ${name}_place on ${name} (location_id, status, starts_at)`,
    ];
    return [
      ...TABLES.flatMap((name) => [
        table(name, [
          ...owned(),
          `location_id text ${references('locations')}`,
          ...lookUps,
          'detail text not null',
          `revision ${integer} not null`,
        ]),
        ...indexes(name),
      ]),
      // The table of series has been there since the first migration, empty, because appointments point at it.
      ...lookUps.map((column) => `alter table series add column ${column}`),
      'alter table service_types add column price text',
      // No command could give an appointment such an id before.
      table(
        'appointment_external_ids',
        [
          'organization_id text not null',
          'source text not null',
          'external_id text not null',
          `appointment_id text not null ${references('appointments')}`,
        ],
        'primary key (source, external_id, appointment_id)',
      ),
      'create index appointment_external_ids_appointment on appointment_external_ids (appointment_id)',
      'alter table service_types add column data_schema text',
      ...indexes('series'),
      // Several organizations may share one file from here on. What the log says of nobody was the first one's.
      'create index work_orders_owner on work_orders (organization_id, number)',
      'create index command_log_owner on command_log (organization_id, sequence)',
      // The board at a past minute asks for the place in the log that the minute had.
      'create index command_log_time on command_log (at, sequence)',
      'update command_log set organization_id = (select min(id) from organizations) where organization_id is null',
      ...searchOwners,
      // A message may name a unit by what another system calls it, or by its plate as people write it.
      `alter table units add column external_ids text not null default '[]'`,
      `create index units_plate on units (upper(replace(replace(plate, ' ', ''), '-', '')))`,
      `create index units_external on units (organization_id) where external_ids <> '[]'`,
      // Parts of long work find each other; work orders are reported by the day they were opened.
      'alter table appointments add column chain_id text',
      'create index appointments_chain on appointments (chain_id) where chain_id is not null',
      'create index work_orders_opened on work_orders (location_id, opened_at)',
      'alter table locations add column exposes text',
      'alter table work_orders add column ordered text',
      'create index outbox_pending on outbox (sequence, ordinal) where delivered_at is null',
      'create index appointments_series on appointments (series_id) where series_id is not null',
    ];
  },
};
