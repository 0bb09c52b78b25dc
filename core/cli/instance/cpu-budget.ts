import process from 'node:process';

export interface Limits {
  /** CPU seconds of this thread, from now on. */
  readonly seconds: number | undefined;
  /** Rounds of the search; the same rounds give the same plan on every machine. */
  readonly iterations: number | undefined;
}

export interface Budget {
  readonly used: (rounds: number) => number;
  /** CPU seconds spent since the beginning. */
  readonly spent: () => number;
}

/**
 * The share of a budget that is spent. With rounds it follows them alone, so that the plan is the same again; seconds then
 * only end a search that takes longer.
 */
export function budgetOf({ seconds = Infinity, iterations }: Limits): Budget {
  const begun = process.threadCpuUsage();
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1_000_000;
  };
  if (iterations === undefined) return { spent, used: () => spent() / seconds };
  return { spent, used: (rounds) => (spent() >= seconds ? 1 : rounds / iterations) };
}
