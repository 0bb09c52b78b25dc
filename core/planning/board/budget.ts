/** What a search may spend. */
export interface Budget {
  readonly milliseconds: number;
  /** Null goes by the clock. */
  readonly rounds: number | null;
}

export interface Watch {
  /** Milliseconds of any clock that only goes on. */
  readonly now: () => number;
  /** True when the caller has given up. */
  readonly isStopped: () => boolean;
  /** Told the share that is spent, at most so often as a person can see. */
  readonly told: (spent: number) => void;
}

const TELL_EVERY = 100;

/** The share of the budget that is spent, for the search to ask; counted from now. A stop ends it at once. */
export function usedOf({ milliseconds, rounds }: Budget, { now, isStopped, told }: Watch): (done: number) => number {
  const began = now();
  let next = began + TELL_EVERY;
  return (done) => {
    if (isStopped()) return Infinity;
    const at = now();
    const spent = rounds === null ? (at - began) / milliseconds : rounds === 0 ? 1 : done / rounds;
    if (at >= next) {
      next = at + TELL_EVERY;
      told(spent);
    }
    return spent;
  };
}
