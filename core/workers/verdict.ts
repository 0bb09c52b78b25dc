const OPEN = 0;
const STOPPED = 1;
const KEPT = 2;

/** Whether a result is kept or thrown away: said once, by whichever of two threads comes first. */
export interface Verdict {
  /** What goes to the other thread. */
  readonly memory: SharedArrayBuffer;
  /** True when the result is thrown away now; false when it was kept before. */
  stop(): boolean;
  /** True when the result is kept now; false when it was thrown away before. */
  keep(): boolean;
}

export function verdictOn(memory: SharedArrayBuffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)): Verdict {
  const cell = new Int32Array(memory);
  return {
    memory,
    stop: () => Atomics.compareExchange(cell, 0, OPEN, STOPPED) !== KEPT,
    keep: () => Atomics.compareExchange(cell, 0, OPEN, KEPT) !== STOPPED,
  };
}
