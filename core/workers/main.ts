import { parentPort } from 'node:worker_threads';
import { fileWork, tryEngine } from '../compose-work.ts';
import { serveWork } from './serve-work.ts';

// An engine that cannot be loaded must end this thread before it says that it is ready: then the host does the work itself.
tryEngine();
if (parentPort !== null) serveWork(fileWork, parentPort);
