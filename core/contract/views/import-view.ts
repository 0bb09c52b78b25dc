import type { Fault, Refusal } from '../refusal.ts';

/** What became of the rows of an import. Every row was done wholly or not at all. */
export interface ImportReport {
  readonly dryRun: boolean;
  readonly accepted: number;
  /** Rows whose things were there already, under the same id. */
  readonly already: number;
  readonly refused: readonly RefusedRow[];
}

export interface RefusedRow {
  /** The row's number as the sender counts. */
  readonly row: number;
  /** The command of the row that was refused; none after it was sent. */
  readonly command: string;
  readonly error: Refusal | Fault;
  readonly message: string;
}
