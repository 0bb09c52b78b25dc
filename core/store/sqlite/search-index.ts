import { sql } from 'kysely';
import type { SearchKind } from '../../contract/views/search-view.ts';
import { ownedBy } from '../queries/scope.ts';
import type { Database, SearchCandidate, SearchIndex } from '../engine.ts';
import { SEARCH_TABLES } from './search-tables.ts';

/** Hits read at once while those of others are passed over. */
const LARGEST_PAGE = 4096;

interface Hit extends SearchCandidate {
  readonly number: number;
  readonly owner: string;
}

const tableOf = (kind: SearchKind) => sql.table(SEARCH_TABLES[kind]);

async function numberOf(db: Database, kind: SearchKind, id: string): Promise<number | undefined> {
  const found = await sql<{ number: number }>`
    select number from search_rows where kind = ${kind} and id = ${id}`.execute(db);
  return found.rows[0]?.number;
}

/**
 * Asked beforehand instead of by `returning`: that makes a statement one that may be taken back halfway, and before each
 * of those FTS5 writes out what it holds, which made loading ten times slower.
 */
async function nextNumber(db: Database): Promise<number> {
  const found = await sql<{ number: number }>`
    select coalesce(max(number), 0) + 1 as number from search_rows`.execute(db);
  return found.rows[0]?.number ?? 1;
}

/** FTS5's own syntax never meets a person's text: tokens hold letters and digits only, and are quoted besides. */
function matchText(tokens: readonly string[], joined: string): string {
  const every = tokens.map((token) => `"${token}"*`).join(' AND ');
  return tokens.length > 1 ? `(${every}) OR "${joined}"*` : every;
}

export const sqliteSearchIndex: SearchIndex = {
  async put(db, document) {
    const { kind, id, key, organizationId } = document;
    const text = [...new Set(document.tokens)].join(' ');
    const known = await numberOf(db, kind, id);
    if (known !== undefined) {
      await sql`update search_rows set search_key = ${key} where number = ${known}`.execute(db);
      await sql`delete from ${tableOf(kind)} where rowid = ${known}`.execute(db);
      await sql`insert into ${tableOf(kind)} (rowid, words) values (${known}, ${text})`.execute(db);
      return;
    }
    const number = await nextNumber(db);
    await sql`
      insert into search_rows (number, kind, id, search_key, organization_id)
      values (${number}, ${kind}, ${id}, ${key}, ${organizationId})`.execute(db);
    await sql`insert into ${tableOf(kind)} (rowid, words) values (${number}, ${text})`.execute(db);
  },

  async drop(db, kind, id) {
    const known = await numberOf(db, kind, id);
    if (known === undefined) return;
    await sql`delete from search_rows where number = ${known}`.execute(db);
    await sql`delete from ${tableOf(kind)} where rowid = ${known}`.execute(db);
  },

  async beginning(db, scope, kind, key, limit) {
    const found = await sql<SearchCandidate>`
      select id, search_key as key from search_rows
      where kind = ${kind} and search_key >= ${key} and search_key < ${`${key}\u{10FFFF}`}
        and ${ownedBy(scope)}
      order by search_key limit ${limit}`.execute(db);
    return found.rows;
  },

  async matching(db, scope, kind, tokens, joined, limit) {
    const found: SearchCandidate[] = [];
    let [before, size] = [Number.MAX_SAFE_INTEGER, limit];
    for (;;) {
      // FTS5 hands out rowids from the newest on; whose they are is said outside, where its order is not lost.
      const page = await sql<Hit>`
        select search_rows.id, search_rows.search_key as key, hits.number, search_rows.organization_id as owner from (
          select rowid as number from ${tableOf(kind)}
          where ${sql.ref(SEARCH_TABLES[kind])} match ${matchText(tokens, joined)} and rowid < ${before}
          order by rowid desc limit ${size}
        ) hits join search_rows on search_rows.number = hits.number
        order by hits.number desc`.execute(db);
      for (const { id, key, owner } of page.rows) if (scope === null || owner === scope) found.push({ id, key });
      if (found.length >= limit || page.rows.length < size) return found.slice(0, limit);
      before = page.rows.at(-1)?.number ?? 0;
      size = Math.min(size * 4, LARGEST_PAGE);
    }
  },
};
