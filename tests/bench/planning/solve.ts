import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TbsPlan } from '../../../core/planning/plan/instance-planner.ts';
import type { Instance } from '../../fixtures/planning/generate.mjs';
import { evaluate } from '../../fixtures/planning/score.mjs';

export interface Order {
  readonly instance: Instance;
  readonly seed: number;
  /** CPU seconds of the worker from the call on; 0 asks for the first full plan. */
  readonly seconds: number;
}

export interface Solved {
  readonly plan: TbsPlan;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

/** Plans in a fresh worker, whose code is as cold as in a fresh process, and has the referee score the plan. */
export async function solve(order: Order): Promise<Solved & { readonly score: number }> {
  const solved = await inWorker(order);
  const { assignments, score: claimed } = solved.plan;
  const { valid, score, violations } = evaluate(order.instance, { assignments });
  if (!valid) throw new Error(`${order.instance.name}: ${violations[0]?.text ?? 'not valid'}`);
  if (score !== claimed)
    throw new Error(`${order.instance.name}: the plan claims ${claimed}, the referee says ${score}`);
  return { ...solved, score };
}

function inWorker(order: Order): Promise<Solved> {
  const worker = new Worker(path.join(import.meta.dirname, 'solve-worker.ts'), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
