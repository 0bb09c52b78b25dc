import type { SearchKind } from '../../contract/views/search-view.ts';

/** One full-text table for each kind: searching one must not wade through the words of the others. */
export const SEARCH_TABLES: Readonly<Record<SearchKind, string>> = {
  customer: 'search_customers',
  unit: 'search_units',
  workOrder: 'search_work_orders',
  appointment: 'search_appointments',
};
