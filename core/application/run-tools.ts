import type { Caller } from '../contract/dispatch.ts';
import type { RunDetail } from '../contract/events.ts';

/** One run under way: tells its progress and stops when the signal says so. */
export interface RunTools {
  readonly progress: (done: number, total: number, detail?: RunDetail) => void;
  readonly signal: AbortSignal;
  readonly caller: Caller;
}
