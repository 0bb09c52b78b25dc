import type { Migration } from './migration.ts';

/** The history of one kind of thing is read newest first, without going through the whole log. */
export const logByEntity: Migration = {
  number: 2,
  name: 'log-by-entity',
  statements: () => ['create index op_log_entity on op_log (entity, sequence)'],
};
