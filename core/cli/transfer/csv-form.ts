import type { Entities } from '../../domain/ops/op.ts';
import type { LookUps } from './look-ups.ts';
import type { Cells } from './cells.ts';
import type { PlannedCommand } from './import-row.ts';

export type Cell = string | number | null;
export type Plan = (cells: Cells, known: LookUps, newId: () => string) => readonly PlannedCommand[];

/** How one kind of row stands in a CSV file. */
export interface CsvForm<E extends keyof Entities> {
  readonly entity: E;
  readonly columns: readonly string[];
  /** Columns without which a file makes no sense. */
  readonly needed: readonly string[];
  readonly write: (row: Entities[E], known: LookUps) => readonly Cell[];
  /** Where a row takes several lines; left out it is the one that `write` makes. */
  readonly lines?: (row: Entities[E], known: LookUps) => readonly (readonly Cell[])[];
  /** Commands of one line; problems are noted in the cells. */
  readonly plan: Plan;
}

/** Every form with its rows' type put aside: a form writes only rows of its own entity. */
export interface AnyForm {
  readonly entity: keyof Entities;
  readonly columns: readonly string[];
  readonly needed: readonly string[];
  readonly write: (row: never, known: LookUps) => readonly Cell[];
  readonly lines?: (row: never, known: LookUps) => readonly (readonly Cell[])[];
  readonly plan: Plan;
}

/** The `id` column is for files that Laneway wrote; a line without one is something new. */
export const idOf = (cells: Cells, newId: () => string): string => cells.text('id', newId());
/** UTC, as every spreadsheet and `instant` of the cells read it. */
export const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());
