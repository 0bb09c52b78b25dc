import { firstTables } from './0001-first-tables.ts';
import { logByEntity } from './0002-log-by-entity.ts';
import { setAside } from './0003-set-aside.ts';
import { wholeDomain } from './0004-whole-domain.ts';
import { locationPolicy } from './0005-location-policy.ts';
import { externalIds } from './0006-external-ids.ts';
import type { Migration } from './migration.ts';

/** Every migration there is, in order. Statically listed, so that a bundle carries them and a test sees a gap. */
export const migrations: readonly Migration[] = [
  firstTables,
  logByEntity,
  setAside,
  wholeDomain,
  locationPolicy,
  externalIds,
];
