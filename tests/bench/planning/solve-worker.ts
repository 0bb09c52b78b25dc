import { parentPort, workerData } from 'node:worker_threads';
import { budgetOf } from '../../../core/cli/instance/cpu-budget.ts';
import { planInstance } from '../../../core/planning/plan/instance-planner.ts';
import type { Order, Solved } from './solve.ts';

const { instance, seed, seconds } = workerData as Order;
const begun = performance.now();
const { used, spent } = budgetOf({ seconds, iterations: undefined });
// Without any seconds the first full plan is the answer.
const plan = planInstance(instance, { seed, used: seconds > 0 ? used : () => 1 });
const solved: Solved = { plan, cpuSeconds: spent(), wallSeconds: (performance.now() - begun) / 1000 };
parentPort?.postMessage(solved);
