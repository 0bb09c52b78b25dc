import type { Database } from './engine.ts';

export type MetaName = 'replica' | 'shutdown';

export async function readMeta(db: Database, name: MetaName): Promise<string | undefined> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

export async function writeMeta(db: Database, name: MetaName, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** While the file is open the mark names who opened it; only that one may call the shutdown clean. */
export const CLEAN = 'clean';
