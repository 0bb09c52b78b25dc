import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

// Beside this file while it is TypeScript; in a bundle beside the program, whose shared parts lie one folder deeper.
const IS_SOURCE = import.meta.filename.endsWith('.ts');
const WORK = IS_SOURCE ? ['main.ts'] : ['workers.js', '../workers.js'];
const PLAN = IS_SOURCE ? ['plan.ts'] : ['planner.js', '../planner.js'];

/** Starts a thread that will say `ready`. Throws when its file is not there; other troubles come as its `error`. */
export function startWorker(): Worker {
  return start(WORK, 'laneway-work');
}

/** The same for a search: it knows the planner, and nothing of the store. */
export function startPlanner(): Worker {
  return start(PLAN, 'laneway-plan');
}

function start(places: readonly string[], name: string): Worker {
  const file = places.map((place) => path.join(import.meta.dirname, place)).find((place) => existsSync(place));
  if (file === undefined) throw new Error('The file of the worker thread is missing');
  // Flags of the host, such as a debugger's port, are not the worker's.
  return new Worker(file, { execArgv: [], name });
}
