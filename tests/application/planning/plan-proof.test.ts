import { afterEach, describe, expect, it } from 'vitest';
import type { RunOutput } from '../../../core/contract/client.ts';
import type { Reply } from '../../../core/contract/refusal.ts';
import type { PlanView } from '../../../core/contract/views/plan-view.ts';
import { openPlanningRoom, type PlanningRoom } from '../../../core/workers/planners.ts';
import { at } from '../../builders/surroundings.ts';
import type { TestLaneway } from '../../builders/laneway.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';

const MONDAY = '2026-11-23';
const noThread = (): never => expect.fail('no thread could be had');

const rooms: PlanningRoom[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
});

/** The same database with threads to plan in, as the program has them. */
function withThreads(stage: Stage): TestLaneway {
  const instead = { atOnce: 1, plan: noThread };
  const room = openPlanningRoom({ instead, noWorker: noThread, cores: 2 });
  rooms.push(room);
  return stage.as(stage.surroundings, room);
}

function plan(stage: Stage, laneway: TestLaneway, more: object = {}, runId = 'proof'): Promise<Reply> {
  const input = { locationId: stage.world.locationId, date: MONDAY, days: 1, rounds: 100, prove: 60, ...more };
  return laneway.laneway.call('run', 'planRange', { runId, input }, { host: 'test' });
}

async function planned(stage: Stage, laneway: TestLaneway, more: object = {}): Promise<PlanView> {
  const reply = await plan(stage, laneway, more);
  if (!reply.ok) throw new Error(`The plan was refused: ${reply.message}`);
  return reply.value as RunOutput<'planRange'>;
}

/** Work for anybody in any bay; more than a dozen is more than the search looks through. */
async function orders(stage: Stage, count: number): Promise<void> {
  for (let one = 0; one < count; one += 1) {
    const priority = one % 5 === 0 ? 'high' : 'low';
    await stage.order({ parts: [], skills: [], duration: 30 + 15 * (one % 6), priority });
  }
}

describe('the proof of a planned day', () => {
  it('says that a small day of bay work has no better plan, around what stands and is not moved', async () => {
    const stage = await openStage();
    const laneway = withThreads(stage);
    const { world } = stage;
    // One in a bay, one at a desk: whatever is fixed only takes its time.
    await stage.bookWork({ start: at(9), claims: [lead(world.anna), bay(world.bay1)] });
    await stage.book({ start: at(13), end: at(14), claims: [lead(world.bo)] });
    await orders(stage, 13);
    const { proof, score, placements } = await planned(stage, laneway);
    expect(placements.length).toBeGreaterThan(5);
    expect(proof).toMatchObject({ status: 'optimal', best: score.after, bound: score.after, gap: 0 });
    const told = laneway.events.flatMap((one) => (one.event === 'runProgressed' ? [one.detail] : []));
    expect(told.filter((one) => one?.proving === true)).toHaveLength(1);
  });

  it('lets appointments in bays move for the best plan where they may', async () => {
    const stage = await openStage();
    const { world } = stage;
    await stage.bookWork({ start: at(13.5), claims: [lead(world.anna), bay(world.bay1)] });
    await stage.order({ duration: 180, priority: 'urgent', windows: [{ from: at(12), to: at(12.5) }] });
    const { proof, leftOut, score } = await planned(stage, withThreads(stage), { mayMove: true });
    expect(leftOut).toEqual([]);
    expect(proof).toMatchObject({ status: 'optimal', bound: score.after });
  });

  it('says why there is none, and shows the plan all the same', async () => {
    const stage = await openStage();
    await orders(stage, 13);
    await stage.order({ capabilities: null, parts: [] });
    const { proof, placements } = await planned(stage, withThreads(stage));
    expect(proof).toEqual({ status: 'none', why: 'work-without-bay' });
    expect(placements.length).toBeGreaterThan(5);
  });

  it('is the search that has looked through all plans where there are few, of work outside the bays, too', async () => {
    const stage = await openStage();
    await stage.order();
    await stage.order({ capabilities: null, parts: [] });
    const { proof, score } = await planned(stage, stage, { rounds: 5000 });
    expect(proof).toEqual({ status: 'optimal', bound: score.after, best: score.after, gap: 0, seconds: 0 });
  });

  it('is there only where it is asked for, and needs a thread', async () => {
    const stage = await openStage();
    await orders(stage, 13);
    expect((await planned(stage, stage, { prove: null })).proof).toBeNull();
    expect((await planned(stage, stage)).proof).toEqual({ status: 'none', why: 'no-thread' });
  });

  it('ends when the run is cancelled', async () => {
    const stage = await openStage();
    const laneway = withThreads(stage);
    await orders(stage, 24);
    const going = plan(stage, laneway, { days: 2, rounds: 10, prove: 120 });
    const isProving = (): boolean =>
      laneway.events.some((one) => one.event === 'runProgressed' && one.detail?.proving === true);
    await expect.poll(isProving, { timeout: 30_000 }).toBe(true);
    const cancelled = await laneway.laneway.call('cancel', 'run', { runId: 'proof' }, { host: 'test' });
    expect(cancelled).toEqual({ ok: true, value: { cancelled: true } });
    expect(await going).toMatchObject({ ok: false, error: { kind: 'cancelled-by-caller' } });
  });

  it.each([[0], [121], ['long']])('is refused with %s seconds', async (prove) => {
    const stage = await openStage();
    expect(await plan(stage, stage, { prove })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', problems: [{ field: 'prove' }] },
    });
  });
});
