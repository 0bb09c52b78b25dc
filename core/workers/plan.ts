import { parentPort } from 'node:worker_threads';
import { servePlan } from './serve-plan.ts';

if (parentPort !== null) servePlan(parentPort);
