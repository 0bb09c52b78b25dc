import type { Migration } from './migration.ts';

/** How much of a stock is set aside is summed from the index alone; every booking that takes parts asks for it. */
export const setAside: Migration = {
  number: 3,
  name: 'set-aside',
  statements: () => [
    'drop index reservations_stock',
    'create index reservations_stock on reservations (stock_id, consumed, quantity)',
  ],
};
