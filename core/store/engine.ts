import type { Kysely } from 'kysely';
import type { SearchKind } from '../contract/views/search-view.ts';
import type { Tables } from './tables.ts';

/** A connection or a transaction on one. */
export type Database = Kysely<Tables>;

/**
 * Whose rows a statement may see and change: those of one organization, by its id; nobody's before there is one (''); or
 * everybody's (null), for whoever keeps the file and for what the store does with rows it has already let through.
 */
export type Scope = string | null;

/** How an engine spells what SQL dialects spell differently when tables are made. */
export interface SchemaWords {
  /** Holds whole numbers up to 2^53. */
  readonly integer: string;
  readonly real: string;
  /** What follows the closing bracket of `create table`. */
  readonly tableEnd: string;
  /** Statements of the belt that refuses two occupying claims meeting on one resource and unit. */
  readonly claimsBelt: readonly string[];
  /** Statements of the tables behind SearchIndex. */
  readonly searchTables: readonly string[];
  /** Statements by which these tables learn whose each thing is. */
  readonly searchOwners: readonly string[];
}

/** What full-text search keeps of one thing: `key` is what its name begins with, `tokens` every word to be found by. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly id: string;
  readonly organizationId: string;
  readonly key: string;
  readonly tokens: readonly string[];
}

export interface SearchCandidate {
  readonly id: string;
  readonly key: string;
}

/** Full-text search, which every engine has in its own way. Tokens are folded already (search/fold.ts). */
export interface SearchIndex {
  put(db: Database, document: SearchDocument): Promise<void>;
  drop(db: Database, kind: SearchKind, id: string): Promise<void>;
  /** Keys that begin so, in order. */
  beginning(
    db: Database,
    scope: Scope,
    kind: SearchKind,
    key: string,
    limit: number,
  ): Promise<readonly SearchCandidate[]>;
  /** Documents in which every token begins a word, or the joined ones do; newest first. */
  matching(
    db: Database,
    scope: Scope,
    kind: SearchKind,
    tokens: readonly string[],
    joined: string,
    limit: number,
  ): Promise<readonly SearchCandidate[]>;
}

/** One database engine behind the shared tables and queries. */
export interface Engine {
  readonly search: SearchIndex;
  /** True when the error is the claims belt's refusal. */
  isClaimOverlap(error: unknown): boolean;
  /** True when a row was to be added under an id that some row of the table has. */
  isTakenId(error: unknown): boolean;
}
