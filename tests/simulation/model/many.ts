import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { makeStamp, play, type Tally } from './play.ts';
import { sequences } from './random-steps.ts';
import type { Step } from './steps.ts';

export interface Played {
  /** How often each command was done, and refused for what. */
  readonly tally: Tally;
  /** Names of the commands that were done. */
  readonly done: ReadonlySet<string>;
  /** Sorts of refusals that were given. */
  readonly refusals: ReadonlySet<string>;
}

/**
 * Plays so many random sequences against product and model, after `first`. At the first difference it throws with fast-check's report:
 * the seed, and the shortest sequence that still differs. LANEWAY_SEED plays a reported seed again.
 */
export async function playMany(
  runs: number,
  longest: number,
  first: readonly (readonly Step[])[] = [],
): Promise<Played> {
  const folder = mkdtempSync(path.join(tmpdir(), 'laneway-model-'));
  const tally: Tally = new Map();
  const seed = process.env['LANEWAY_SEED'];
  try {
    const stamp = await makeStamp(folder);
    const same = fc.asyncProperty(sequences(longest), (steps) => play(stamp, steps, tally));
    const examples = first.map((steps): [readonly Step[]] => [steps]);
    await fc.assert(same, {
      numRuns: runs + examples.length,
      examples,
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const told = [...tally.keys()].map((key) => key.split(': '));
  const done = new Set(told.flatMap(([name = '', what]) => (what === 'done' ? [name] : [])));
  const refusals = new Set(told.flatMap(([, what = '']) => (what === 'done' ? [] : [what])));
  return { tally, done, refusals };
}
