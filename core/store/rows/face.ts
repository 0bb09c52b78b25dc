import type { Entities, EntityName } from '../../domain/ops/op.ts';

/** What a column can hold in every engine: text, a number, or nothing. Flags are 0 and 1, nested values JSON text. */
export type ColumnValue = string | number | null;
export type Columns = Readonly<Record<string, ColumnValue>>;

/** How one entity lies in its table. snake_case ends here. */
export interface Face<E extends EntityName> {
  readonly table: string;
  /** Columns a read needs as SQL text; those only the queries look at are left out. */
  readonly columnText: string;
  /** Every column but `revision`. */
  toRow(value: Entities[E]): Columns;
  fromRow(row: object): Entities[E];
}

/** Column names as SQL text, ready made: building it from parts for every statement took longer than running it. */
export function columnText(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** Ties a face to its table type, which the generic statements do not know. */
export function defineFace<E extends EntityName, Row extends object>(spec: {
  readonly table: string;
  readonly columns: readonly (keyof Row & string)[];
  readonly toRow: (value: Entities[E]) => { readonly [C in Exclude<keyof Row & string, 'revision'>]: ColumnValue };
  readonly fromRow: (row: Row) => Entities[E];
}): Face<E> {
  return {
    table: spec.table,
    columnText: columnText(spec.columns),
    toRow: spec.toRow,
    fromRow: (row) => spec.fromRow(row as Row),
  };
}
