import type { Migration } from './migration.ts';

/** What a site does otherwise than the organization. */
export const locationPolicy: Migration = {
  number: 5,
  name: 'location-policy',
  statements: () => ['alter table locations add column policy text'],
};
