import type { Migration } from './migration.ts';

const TABLES = ['locations', 'customers', 'service_types', 'parts', 'work_orders'];

/** Whatever other systems may have a name for carries it; units, resources and appointments did before. */
export const externalIds: Migration = {
  number: 6,
  name: 'external-ids',
  statements: () =>
    TABLES.flatMap((table) => [
      `alter table ${table} add column external_ids text not null default '[]'`,
      `create index ${table}_external on ${table} (organization_id) where external_ids <> '[]'`,
    ]),
};
