import type { SearchHit, SearchKind } from '../../contract/views/search-view.ts';
import type { Database, Scope, SearchIndex } from '../engine.ts';
import { candidates, wantedFrom, type Ranked } from './candidates.ts';
import { hitsOf } from './hits.ts';

const KINDS: readonly SearchKind[] = ['customer', 'unit', 'workOrder', 'appointment'];

interface Placed extends Ranked {
  readonly kind: SearchKind;
}

/** Each kind gets its fair share of the lines before one takes what the others leave. */
function shared(lists: readonly (readonly Placed[])[], limit: number): Placed[] {
  const share = Math.ceil(limit / Math.max(1, lists.length));
  const first = lists.flatMap((list) => list.slice(0, share)).slice(0, limit);
  const rest = lists.flatMap((list) => list.slice(share));
  return [...first, ...rest.slice(0, Math.max(0, limit - first.length))];
}

/** Full-text search; best rank first, then customers before units before work orders before appointments. */
export async function search(
  db: Database,
  scope: Scope,
  index: SearchIndex,
  text: string,
  kinds: readonly SearchKind[],
  limit: number,
): Promise<readonly SearchHit[]> {
  const wanted = wantedFrom(text);
  if (wanted === undefined || limit < 1) return [];
  const lists: Placed[][] = [];
  for (const kind of KINDS.filter((one) => kinds.length === 0 || kinds.includes(one))) {
    const found = await candidates(db, scope, index, kind, wanted, limit);
    lists.push(found.map((one) => ({ ...one, kind })));
  }
  const chosen = shared(lists, limit).toSorted((one, other) => one.rank - other.rank);
  const byId = new Map<string, SearchHit>();
  for (const kind of KINDS) {
    const ids = chosen.filter((one) => one.kind === kind).map((one) => one.id);
    for (const hit of ids.length === 0 ? [] : await hitsOf(db, scope, kind, ids)) byId.set(hit.id, hit);
  }
  return chosen.flatMap((one) => byId.get(one.id) ?? []);
}
