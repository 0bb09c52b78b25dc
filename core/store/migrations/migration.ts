import type { SchemaWords } from '../engine.ts';

/** One step of the tables' history. Append-only: a step that has been released is never edited. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** The statements, in order; they run in one transaction. */
  readonly statements: (words: SchemaWords) => readonly string[];
}
