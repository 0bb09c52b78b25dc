import { baseTables } from './first/base-tables.ts';
import { claimTables } from './first/claim-tables.ts';
import { logTables } from './first/log-tables.ts';
import { workTables } from './first/work-tables.ts';
import type { Migration } from './migration.ts';

/** The first ring's tables. Foreign keys are checked at commit, so the order of ops within a command is free. */
export const firstTables: Migration = {
  number: 1,
  name: 'first-tables',
  statements: (words) => [
    ...baseTables(words),
    ...workTables(words),
    ...claimTables(words),
    ...logTables(words),
    ...words.searchTables,
  ],
};
