import path from 'node:path';
import { threadId, Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { PLANNING_HERE } from '../../core/application/planning/plan-here.ts';
import type { Planners } from '../../core/application/ports/planners.ts';
import type { PlanProgress, PlanRequest } from '../../core/planning/board/request.ts';
import { openPlanningRoom, type PlanningRoom } from '../../core/workers/planners.ts';
import { startPlanner } from '../../core/workers/start-worker.ts';
import { aRequest, inBays } from './plan-request.ts';

const never = (): AbortSignal => new AbortController().signal;
const quiet = { told: (): void => {}, signal: never() };
const notHere: Planners = {
  atOnce: 1,
  plan: () => Promise.reject(new Error('This thread was to do the work itself')),
};

const rooms: PlanningRoom[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
});

function roomOf(options: Partial<Parameters<typeof openPlanningRoom>[0]> = {}) {
  const threads: number[] = [];
  let alone = 0;
  const start = (): Worker => {
    const worker = startPlanner();
    threads.push(worker.threadId);
    return worker;
  };
  const room = openPlanningRoom({ instead: notHere, noWorker: () => (alone += 1), start, cores: 2, ...options });
  rooms.push(room);
  return { room, threads, alone: () => alone };
}

const orderOf = (request: PlanRequest, more: object = {}) => ({
  request,
  seed: 1,
  milliseconds: 300,
  rounds: null,
  withBefore: false,
  prove: null,
  ...more,
});

describe('planning threads', () => {
  it('plan beside this thread, the same as in it for the same seed and rounds', async () => {
    const { room, threads } = roomOf();
    const order = orderOf(aRequest(12), { rounds: 200, withBefore: true });
    const there = await room.plan(order, quiet);
    expect(threads).toHaveLength(1);
    expect(threads).not.toContain(threadId);
    expect(await PLANNING_HERE.plan(order, quiet)).toEqual(there);
    expect(there.answer.placed.length).toBeGreaterThan(0);
    expect(there.before).toBeGreaterThan(there.answer.score);
  });

  it('tell how much is spent, and better plans, whose score only falls', async () => {
    const { room } = roomOf();
    const spent: number[] = [];
    const better: PlanProgress[] = [];
    await room.plan(orderOf(aRequest(30), { milliseconds: 700 }), {
      signal: never(),
      told: (share, found) => {
        spent.push(share);
        if (found !== null) better.push(found);
      },
    });
    expect(spent.length).toBeGreaterThan(2);
    expect(spent).toEqual(spent.toSorted((a, b) => a - b));
    const scores = better.map((one) => one.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('end as soon as they are told to, at whatever they are', async () => {
    const { room } = roomOf();
    for (const pause of [0, 5, 50, 200, 400]) {
      const aborter = new AbortController();
      const going = room.plan(orderOf(aRequest(60), { milliseconds: 60_000 }), { ...quiet, signal: aborter.signal });
      setTimeout(() => aborter.abort(), pause);
      await expect(going).rejects.toMatchObject({ name: 'AbortError' });
    }
  });

  it('search two at once on two cores, and one on one', () => {
    expect([1, 2, 16].map((cores) => roomOf({ cores }).room.atOnce)).toEqual([1, 2, 2]);
  });

  it('end with the program', async () => {
    const { room } = roomOf();
    const going = room.plan(orderOf(aRequest(30), { milliseconds: 60_000 }), {
      signal: never(),
      told: () => void room.close(),
    });
    await expect(going).rejects.toThrow(/closing|ended/);
    await expect(room.plan(orderOf(aRequest(1)), quiet)).rejects.toThrow('closing');
  });

  it.each([
    [
      'its file is missing',
      () => {
        throw new Error('missing');
      },
    ],
    ['it dies before it is ready', () => new Worker(path.join(import.meta.dirname, 'dying-worker.mjs'))],
  ])('leave the work to this thread where none can start: %s', async (_why, start: () => Worker) => {
    const { room, alone } = roomOf({ start, instead: PLANNING_HERE });
    const { answer } = await room.plan(orderOf(aRequest(6), { rounds: 50 }), quiet);
    expect(answer.placed.length).toBeGreaterThan(0);
    expect(alone()).toBe(1);
  });

  it('hand on what went wrong in the search', async () => {
    const { room } = roomOf();
    const nothing = JSON.parse('{}') as PlanRequest;
    await expect(room.plan(orderOf(nothing), quiet)).rejects.toMatchObject({ name: 'TypeError' });
  });
});

describe('a proof in a planning thread', () => {
  it('says that it is under way, and then that the plan is the best', async () => {
    const { room } = roomOf();
    const proving: PlanProgress[] = [];
    const order = orderOf(inBays(aRequest(14, 3, 2)), { rounds: 50, prove: 60 });
    const { answer, proof } = await room.plan(order, { ...quiet, proving: (plan) => void proving.push(plan) });
    expect(proving).toHaveLength(1);
    expect(proving[0]?.score).toBeGreaterThanOrEqual(answer.score);
    expect(proof).toMatchObject({ known: true, bound: answer.score });
  });

  it('is not tried where it would be no proof, and says why', async () => {
    const { room } = roomOf();
    const proving = (): void => expect.fail('there is nothing to prove');
    const { answer, proof } = await room.plan(orderOf(aRequest(14), { rounds: 50, prove: 60 }), { ...quiet, proving });
    expect(proof).toEqual({ known: false, why: 'work-without-bay' });
    expect(answer.placed.length).toBeGreaterThan(0);
  });

  it('ends with its thread as soon as it is told to', async () => {
    const ends: Promise<number>[] = [];
    const start = (): Worker => {
      const worker = startPlanner();
      ends.push(new Promise((resolve) => worker.once('exit', resolve)));
      return worker;
    };
    const { room } = roomOf({ start });
    const aborter = new AbortController();
    const proving = (): void => void setTimeout(() => aborter.abort(), 300);
    const order = orderOf(inBays(aRequest(25)), { rounds: 10, prove: 600 });
    await expect(room.plan(order, { ...quiet, signal: aborter.signal, proving })).rejects.toMatchObject({
      name: 'AbortError',
    });
    // The solver hears nothing; the thread is ended under it.
    await Promise.all(ends);
    expect(ends).toHaveLength(1);
  });

  it('is left out where there is no thread for it', async () => {
    const order = orderOf(inBays(aRequest(14, 3, 2)), { rounds: 50, prove: 60 });
    const { proof } = await PLANNING_HERE.plan(order, quiet);
    expect(proof).toEqual({ known: false, why: 'no-thread' });
    // What the search has looked through by itself needs none.
    const small = await PLANNING_HERE.plan(orderOf(aRequest(4, 2, 2), { milliseconds: 20_000, prove: 60 }), quiet);
    expect(small.proof).toMatchObject({ known: true, bound: small.answer.score });
  });
});

describe('planning in this thread', () => {
  it('lets everything else have its turn', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await PLANNING_HERE.plan(orderOf(aRequest(30), { milliseconds: 400 }), quiet);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });

  it('ends when it is told to', async () => {
    const aborter = new AbortController();
    const going = PLANNING_HERE.plan(orderOf(aRequest(30), { milliseconds: 60_000 }), {
      ...quiet,
      signal: aborter.signal,
    });
    setTimeout(() => aborter.abort(), 50);
    await expect(going).rejects.toMatchObject({ name: 'AbortError' });
  });
});
