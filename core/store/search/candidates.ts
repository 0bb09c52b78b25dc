import type { SearchKind } from '../../contract/views/search-view.ts';
import type { Database, Scope, SearchIndex } from '../engine.ts';
import { words } from './fold.ts';

/** More than anyone types on purpose; the rest of a pasted page finds nothing more. */
const MOST_TOKENS = 8;
const LONGEST_TOKEN = 40;

export interface Wanted {
  readonly tokens: readonly string[];
  /** The tokens without gaps: "84 KLM 2" is also 84klm2. */
  readonly joined: string;
}

/** What was typed, folded; undefined when there is no letter or digit in it. */
export function wantedFrom(text: string): Wanted | undefined {
  const tokens = words(text)
    .slice(0, MOST_TOKENS)
    .map((token) => token.slice(0, LONGEST_TOKEN));
  return tokens.length === 0 ? undefined : { tokens, joined: tokens.join('') };
}

export interface Ranked {
  readonly id: string;
  /** 0 when the name begins with what was typed, 1 when a word of it does, 2 when it was found elsewhere. */
  readonly rank: number;
}

function rankOf(key: string, wanted: Wanted): number {
  const spaced = wanted.tokens.join(' ');
  if (key.startsWith(spaced) || key.startsWith(wanted.joined)) return 0;
  return ` ${key}`.includes(` ${wanted.tokens[0] ?? ''}`) ? 1 : 2;
}

/** The best of one kind: names that begin so, then everything else that matches, newest first. */
export async function candidates(
  db: Database,
  scope: Scope,
  index: SearchIndex,
  kind: SearchKind,
  wanted: Wanted,
  limit: number,
): Promise<readonly Ranked[]> {
  const spaced = wanted.tokens.join(' ');
  const found = new Map<string, number>();
  const keys = spaced === wanted.joined ? [spaced] : [spaced, wanted.joined];
  for (const key of keys) {
    for (const one of await index.beginning(db, scope, kind, key, limit)) found.set(one.id, 0);
  }
  // Two or more times what is shown, so that a better rank can still come to the front.
  const matching = await index.matching(db, scope, kind, wanted.tokens, wanted.joined, limit * 3);
  for (const one of matching) if (!found.has(one.id)) found.set(one.id, rankOf(one.key, wanted));
  return [...found]
    .map(([id, rank]) => ({ id, rank }))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, limit);
}
