import type { SchemaWords } from '../engine.ts';
import { SEARCH_TABLES } from './search-tables.ts';

/**
 * Occupying claims on one unit never meet, so they are sorted by start and by end alike: only the last one that starts
 * before the new one ends can reach into it. That makes the test one look into the index.
 */
const overlap = (when: string, name: string): string => `
create trigger ${name} before ${when} on claims when new.occupying = 1
begin
  select raise(abort, 'claim-overlap')
  where (
    select other.busy_to from claims other
    where other.resource_id = new.resource_id and other.unit = new.unit and other.occupying = 1
      and other.busy_from < new.busy_to and other.appointment_id <> new.appointment_id
    order by other.busy_from desc limit 1
  ) > new.busy_from;
end`;

// Tokens are folded and split before they come here, so the plainest tokenizer is the right one.
const searchTable = (name: string): string => `
create virtual table ${name} using fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii'
)`;

export const sqliteSchemaWords: SchemaWords = {
  integer: 'integer',
  real: 'real',
  tableEnd: ') strict',
  claimsBelt: [overlap('insert', 'claims_belt_insert'), overlap('update', 'claims_belt_update')],
  searchTables: [
    `create table search_rows (
      number integer primary key,
      kind text not null,
      id text not null,
      search_key text not null,
      unique (kind, id)
    ) strict`,
    'create index search_rows_key on search_rows (kind, search_key)',
    ...Object.values(SEARCH_TABLES).map(searchTable),
  ],
  // Until then one file held one organization.
  searchOwners: [
    "alter table search_rows add column organization_id text not null default ''",
    "update search_rows set organization_id = coalesce((select min(id) from organizations), '')",
  ],
};
