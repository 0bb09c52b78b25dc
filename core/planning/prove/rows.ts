/** A linear model with whole variables in the sparse form that solvers take: rows one after the other. Costs are minimised. */
export interface LinearModel {
  readonly columns: number;
  readonly rows: number;
  /** Cost when everything is 0. */
  readonly offset: number;
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the variable is a whole number. All are at least 0. */
  readonly whole: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row r has the entries rowStart[r] up to, not including, rowStart[r + 1]. */
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** Collects variables and rows. */
export interface LinearBuilder {
  /** A new variable from 0 to `upper`; answers its column. */
  variable(cost: number, upper: number, isWhole: boolean): number;
  row(lower: number, upper: number, entries: readonly (readonly [column: number, value: number])[]): void;
  build(offset: number): LinearModel;
}

export function linearBuilder(): LinearBuilder {
  const columns = { cost: [] as number[], upper: [] as number[], whole: [] as number[] };
  const rows = {
    lower: [] as number[],
    upper: [] as number[],
    start: [0],
    column: [] as number[],
    value: [] as number[],
  };
  return {
    variable(cost, upper, isWhole) {
      columns.cost.push(cost);
      columns.upper.push(upper);
      return columns.whole.push(isWhole ? 1 : 0) - 1;
    },
    row(lower, upper, entries) {
      if (entries.length === 0) return;
      rows.lower.push(lower);
      rows.upper.push(upper);
      for (const [column, value] of entries) {
        rows.column.push(column);
        rows.value.push(value);
      }
      rows.start.push(rows.column.length);
    },
    build: (offset) => ({
      columns: columns.cost.length,
      rows: rows.lower.length,
      offset,
      cost: Float64Array.from(columns.cost),
      upper: Float64Array.from(columns.upper),
      whole: Int32Array.from(columns.whole),
      rowLower: Float64Array.from(rows.lower),
      rowUpper: Float64Array.from(rows.upper),
      rowStart: Int32Array.from(rows.start),
      column: Int32Array.from(rows.column),
      value: Float64Array.from(rows.value),
    }),
  };
}
