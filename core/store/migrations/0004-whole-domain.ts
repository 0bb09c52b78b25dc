import { references, owned, tableText } from './first/table-text.ts';
import type { Migration } from './migration.ts';

const TABLES = ['users', 'schedule_rules', 'waitlist_entries', 'fees', 'alerts', 'exposures', 'slot_instances'];

/** Users, schedule rules, series, waitlist, fees, alerts, exposures and published slots: documents with look-up columns. */
export const wholeDomain: Migration = {
  number: 4,
  name: 'whole-domain',
  statements: ({ integer, tableEnd }) => {
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
      ...indexes('series'),
      'create index appointments_series on appointments (series_id) where series_id is not null',
    ];
  },
};
