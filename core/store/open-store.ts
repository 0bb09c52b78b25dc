import type { Outcome } from '../kernel/outcome.ts';
import type { OpenRefusal } from './open-refusal.ts';
import type { OpenStore, OpenStoreOptions } from './opened-store.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

export { fileWork } from './file-work.ts';
export type { OpenStore, OpenStoreOptions, StoreKeeper } from './opened-store.ts';

/** Opens the store of this host. A file that cannot be used is a refusal, never an exception. */
export function openStore(options: OpenStoreOptions): Promise<Outcome<OpenStore, OpenRefusal>> {
  return openSqlite(options);
}
