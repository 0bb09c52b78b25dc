import type * as Electron from 'electron';
import type { Page } from 'playwright';

/** A running console, on the stand-in or on a real binary: the same face for both. */
export interface Launched {
  readonly kind: 'stand-in' | 'real';
  /** The page of the first window; it has `window.laneway`. */
  readonly page: Page;
  /** Runs a function in the main process. It is rebuilt from its text there: it sees its argument and nothing around it. */
  evaluate<R, A>(work: (electron: typeof Electron, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** Errors the page showed so far. */
  problems(): readonly string[];
  /** Asks the application to quit; resolves with its exit code. */
  quit(): Promise<number>;
}

export interface LaunchOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}

export type Launch = (options: LaunchOptions) => Promise<Launched>;
