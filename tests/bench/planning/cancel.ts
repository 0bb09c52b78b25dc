import os from 'node:os';
import process from 'node:process';
import type { Worker } from 'node:worker_threads';
import { PLANNING_HERE } from '../../../core/application/planning/plan-here.ts';
import { openPlanningRoom } from '../../../core/workers/planners.ts';
import { startPlanner } from '../../../core/workers/start-worker.ts';
import { aRequest } from '../../workers/plan-request.ts';
import type { Figure } from './figure.ts';

const PEOPLE = 40;
const JOBS = 200;
const BAYS = 20;
const DAY = `${PEOPLE} technicians, ${JOBS} jobs`;
/** Milliseconds after which it is cancelled: while the threads start, while the model is made, and in the search. */
const MOMENTS = [20, 60, 120, 250, 500, 900, 1400, 2000, 2600, 3300];

/**
 * Two searches for a large day in fresh threads. Cancelled at many moments: the worst wait for the answer, and until both
 * threads have ended, by the clock and in CPU time of the whole process, which a busy machine does not stretch. Then how
 * long the first whole plan takes, and how long planning in this thread keeps everything else waiting.
 */
export async function cancelFigures(): Promise<readonly Figure[]> {
  const request = aRequest(JOBS, PEOPLE, BAYS);
  const plain = { request, milliseconds: 60_000, rounds: null, prove: null };
  const order = (seed: number) => ({ ...plain, seed, withBefore: seed === 1 });
  const gone: Promise<void>[] = [];
  const start = (): Worker => {
    const worker = startPlanner();
    gone.push(new Promise((resolve) => worker.once('exit', () => resolve())));
    return worker;
  };
  const room = openPlanningRoom({ instead: PLANNING_HERE, noWorker: () => undefined, start, cores: 2 });
  const search = (signal: AbortSignal, told: (spent: number, better: object | null) => void): Promise<unknown> =>
    Promise.allSettled([1, 2].map((seed) => room.plan(order(seed), { signal, told })));

  const worst = { answer: 0, ended: 0, cpu: 0 };
  for (const moment of MOMENTS) {
    const aborter = new AbortController();
    const ended = search(aborter.signal, () => undefined);
    await new Promise((resolve) => setTimeout(resolve, moment));
    const [asked, before] = [performance.now(), cpu()];
    aborter.abort();
    await ended;
    worst.answer = Math.max(worst.answer, performance.now() - asked);
    await Promise.all(gone.splice(0));
    worst.ended = Math.max(worst.ended, performance.now() - asked);
    worst.cpu = Math.max(worst.cpu, cpu() - before);
  }
  const first = await firstPlan();
  await room.close();
  const load = `load ${os.loadavg()[0]?.toFixed(1) ?? '?'}`;
  return [
    figure('cancel: worst answer of ten moments', worst.answer, 50, null, `issue: < 50 ms; ${load}`),
    figure('cancel: worst of them until both threads have ended', worst.ended, 50, null, `issue: < 50 ms; ${load}`),
    figure('cancel: CPU time that goes on after it, a thread', worst.cpu / 2, 50, null, 'the same without the load'),
    figure(`first plan of ${DAY}, fresh threads`, first.clock, 2000, 1000, `issue: < 2 s, aim < 1 s; ${load}`),
    figure('the same, CPU time of both threads and this one by two', first.cpu / 2, 2000, 1000, 'on two idle cores'),
    figure(
      'longest wait for a thread that plans in slices',
      await longestWait(),
      null,
      50,
      `where none can start; ${load}`,
    ),
  ];

  async function firstPlan(): Promise<{ readonly clock: number; readonly cpu: number }> {
    const aborter = new AbortController();
    const [began, before] = [performance.now(), cpu()];
    let [clock, spent] = [Infinity, Infinity];
    await search(aborter.signal, (_spent, better) => {
      if (better === null || aborter.signal.aborted) return;
      [clock, spent] = [performance.now() - began, cpu() - before];
      aborter.abort();
    });
    return { clock, cpu: spent };
  }

  async function longestWait(): Promise<number> {
    let [longest, last] = [0, performance.now()];
    const watch = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last - 1);
      last = now;
    }, 1);
    const { signal } = new AbortController();
    await PLANNING_HERE.plan({ ...order(1), milliseconds: 2000 }, { signal, told: () => undefined });
    clearInterval(watch);
    return longest;
  }
}

/** Milliseconds of CPU time of this process, all threads. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function figure(name: string, value: number, pass: number | null, aim: number | null, beside: string): Figure {
  return { name, value, unit: 'ms', pass, aim, beside };
}
