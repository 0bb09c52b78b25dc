/** One line of the table: a figure over several runs, and what it should be. Lower is better for every row. */
export interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'commands/s';
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly target: number;
}

export const RUNS = 5;

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The value below which 95 of 100 lie. */
export function p95Of(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

export function rowOf(name: string, unit: Row['unit'], values: readonly number[], target: number): Row {
  return { name, unit, median: medianOf(values), min: Math.min(...values), max: Math.max(...values), target };
}

/** Runs `work` some times to warm up, then RUNS times; each run's figure is what it answers, in milliseconds. */
export async function measure(
  name: string,
  target: number,
  work: () => Promise<number> | number,
  warmUps = 1,
): Promise<Row> {
  for (let run = 0; run < warmUps; run += 1) await work();
  const figures: number[] = [];
  for (let run = 0; run < RUNS; run += 1) figures.push(await work());
  return rowOf(name, 'ms', figures, target);
}

/** How long `work` takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
