import { describe, expect, it } from 'vitest';
import type { RunOutput } from '../../../core/contract/client.ts';
import type { Reply } from '../../../core/contract/refusal.ts';
import type { PlanView } from '../../../core/contract/views/plan-view.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import type { WorkOrderId } from '../../../core/domain/work/work-order.ts';
import { askOf } from '../../builders/ask.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';

const MONDAY = '2026-11-23';
/** More than the search looks through whole, so that it needs all of its time. */
const MANY = 14;
const ROUNDS = { rounds: 300, seed: 7 } as const;

let runs = 0;
function plan(stage: Pick<Stage, 'laneway'>, more: object, runId = `plan-${(runs += 1)}`): Promise<Reply> {
  return stage.laneway.call('run', 'planRange', { runId, input: more }, { host: 'test' });
}

async function planned(stage: Stage, more: object = {}): Promise<PlanView> {
  const input = { locationId: stage.world.locationId, date: MONDAY, days: 1, ...ROUNDS, ...more };
  const reply = await plan(stage, input);
  if (!reply.ok) throw new Error(`The plan was refused: ${reply.message}`);
  return reply.value as RunOutput<'planRange'>;
}

async function ordersOf(stage: Stage, count: number, more: object = {}): Promise<readonly WorkOrderId[]> {
  const ids: WorkOrderId[] = [];
  for (let one = 0; one < count; one += 1) ids.push(await stage.order(more));
  return ids;
}

describe('planning a day', () => {
  it('places what is in the tray with reasons, and writes nothing', async () => {
    const stage = await openStage();
    const orders = await ordersOf(stage, 3);
    const before = snapshotOf(stage.folder);
    const view = await planned(stage);
    expect(snapshotOf(stage.folder)).toEqual(before);
    expect(view).toMatchObject({ locationId: stage.world.locationId, date: MONDAY, days: 1, searches: 2, leftOut: [] });
    expect(view.placements.map(({ line }) => line.does)).toEqual(['book', 'book', 'book']);
    const named = view.placements.flatMap(({ line }) => (line.does === 'book' ? [line.workOrderId] : []));
    expect(named.toSorted()).toEqual([...orders].toSorted());
    expect(view.placements[0]).toMatchObject({
      title: 'Replace thermostat',
      customer: 'Ola',
      from: null,
      to: { technician: { name: 'Anna' } },
    });
    expect(view.placements[0]?.facts.map((one) => one.fact)).toContain('skill');
    expect(view.score.after).toBeLessThan(view.score.before);
  });

  it('says on which later day left-out work would fit', async () => {
    const stage = await openStage();
    const { bo, cleo } = stage.world;
    await ordersOf(stage, 3, { duration: 180, parts: [], forbiddenTechnicians: [bo, cleo] });
    const { placements, leftOut } = await planned(stage);
    expect([placements.length, leftOut.length]).toEqual([2, 1]);
    const found = leftOut[0]?.wouldFit.find((one) => one.remedy === 'another-day');
    expect(found?.remedy === 'another-day' && found.start >= at(24)).toBe(true);
  });

  it('has every line accepted by the rulebook at once, and one undo gives back the board as it was', async () => {
    const stage = await openStage();
    await ordersOf(stage, 4);
    const before = snapshotOf(stage.folder);
    const view = await planned(stage);
    const lines = view.placements.map(({ line }) => line);
    expect(lines).toHaveLength(4);
    await stage.done('applyPlan', { planId: view.id, lines });
    const tray = await askOf(stage, 'tray', {
      locationId: stage.world.locationId,
      tab: 'unassigned',
      filter: '',
      dueWithinDays: null,
    });
    expect(tray.items).toEqual([]);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('gives the same plan for the same seed and number of rounds', async () => {
    const stage = await openStage();
    await ordersOf(stage, 4);
    const one = await planned(stage);
    const other = await planned(stage);
    expect(other).toEqual(one);
  });

  it('says what is left out, why, and plans only the work that is named', async () => {
    const stage = await openStage();
    const [first] = await ordersOf(stage, 2);
    const never = await stage.order({ skills: [{ skill: 'Brakes', level: 3 }], parts: [] });
    const view = await planned(stage, { workOrderIds: [first, never] });
    expect(view.placements.map(({ line }) => (line.does === 'book' ? line.workOrderId : ''))).toEqual([first]);
    expect(view.leftOut).toMatchObject([{ workOrderId: never, appointmentId: null, title: 'Replace thermostat' }]);
  });

  it('moves what stands only when it may, and says whom somebody has to call', async () => {
    const stage = await openStage();
    const { world } = stage;
    const moved = await stage.bookWork({ start: at(13.5), claims: [lead(world.anna), bay(world.bay1)] });
    const urgent = await stage.order({ duration: 180, priority: 'urgent', windows: [{ from: at(12), to: at(12.5) }] });
    const still = await planned(stage, { workOrderIds: [urgent] });
    expect(still.placements).toEqual([]);
    expect(still.leftOut).toHaveLength(1);
    const view = await planned(stage, { workOrderIds: [urgent], mayMove: true });
    expect(view.leftOut).toEqual([]);
    const line = view.placements.find((one) => one.line.does === 'move');
    expect(line).toMatchObject({ line: { appointmentId: moved }, from: { start: at(13.5) } });
    expect(view.promises).toMatchObject([{ appointmentId: moved, customer: 'Ola', from: { start: at(13.5) } }]);
    await stage.done('applyPlan', { planId: view.id, lines: view.placements.map((one) => one.line) });
    await stage.done('undo', {});
    expect((await stage.appointment(moved)).start).toBe(at(13.5));
  });

  it('does not move what is pinned', async () => {
    const stage = await openStage();
    const { world } = stage;
    const pinned = await stage.bookWork({ start: at(13.5), claims: [lead(world.anna), bay(world.bay1)] });
    await stage.done('updateAppointment', {
      id: pinned,
      title: 'Pinned',
      description: '',
      participants: [],
      pinned: true,
      priority: 'normal',
      meetingUrl: '',
      remind: true,
    });
    const urgent = await stage.order({ duration: 180, priority: 'urgent', windows: [{ from: at(12), to: at(12.5) }] });
    const view = await planned(stage, { workOrderIds: [urgent], mayMove: true });
    expect(view.placements).toEqual([]);
  });

  it('tells its progress in thousandths with the best so far', async () => {
    const stage = await openStage();
    await ordersOf(stage, MANY, { parts: [], skills: [] });
    // What stands is none of the work that is placed.
    await stage.book({ claims: [lead(stage.world.bo)] });
    const input = { locationId: stage.world.locationId, date: MONDAY, days: 1, seconds: 0.5 };
    const reply = await plan(stage, input, 'told');
    expect(reply.ok).toBe(true);
    const told = stage.events.flatMap((one) => (one.event === 'runProgressed' && one.runId === 'told' ? [one] : []));
    expect(told.length).toBeGreaterThan(1);
    expect(told.every((one) => one.total === 1000 && one.phrase === 'run.planRange')).toBe(true);
    const details = told.flatMap(({ detail }) => (detail === undefined ? [] : [detail]));
    const scores = details.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const { placements, leftOut } = (reply.ok ? reply.value : {}) as PlanView;
    expect(details.at(-1)).toMatchObject({ placed: placements.length, leftOut: leftOut.length });
    expect(placements.length + leftOut.length).toBe(MANY);
  });

  it('ends when it is cancelled', async () => {
    const stage = await openStage();
    await ordersOf(stage, MANY, { parts: [] });
    const input = { locationId: stage.world.locationId, date: MONDAY, days: 1, seconds: 60 };
    const going = plan(stage, input, 'long');
    await expect.poll(() => stage.events.some((one) => one.event === 'runProgressed')).toBe(true);
    const cancelled = await stage.laneway.call('cancel', 'run', { runId: 'long' }, { host: 'test' });
    expect(cancelled).toEqual({ ok: true, value: { cancelled: true } });
    expect(await going).toMatchObject({ ok: false, error: { kind: 'cancelled-by-caller' } });
  });

  it('leaves this thread to others meanwhile', async () => {
    const stage = await openStage();
    await ordersOf(stage, MANY, { parts: [] });
    let turns = 0;
    const input = { locationId: stage.world.locationId, date: MONDAY, days: 1, seconds: 0.5 };
    const going = plan(stage, input);
    const counting = setInterval(() => (turns += 1), 1);
    await going;
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });

  it.each([
    ['locationId', { locationId: '018bcfe5-6800-7000-8000-00000000ffff' }, 'not-found'],
    ['workOrderIds', { workOrderIds: ['018bcfe5-6800-7000-8000-00000000ffff'] }, 'not-found'],
    ['days', { days: 8 }, 'invalid-input'],
    ['seconds', { seconds: 61 }, 'invalid-input'],
    ['step', { step: 7 }, 'invalid-input'],
  ])('is refused with %s that cannot be', async (_field, more, kind) => {
    const stage = await openStage();
    const input = { locationId: stage.world.locationId, date: MONDAY, days: 1, ...ROUNDS, ...more };
    expect(await plan(stage, input)).toMatchObject({ ok: false, error: { kind } });
  });

  it('refuses to plan what is booked already', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    const { workOrderId } = await stage.appointment(id);
    const input = { locationId: stage.world.locationId, date: MONDAY, days: 1, workOrderIds: [workOrderId] };
    expect(await plan(stage, input)).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', problems: [{ field: 'workOrderIds.0', reason: 'must not be booked already' }] },
    });
  });

  it('is not for a technician', async () => {
    const stage = await openStage();
    const other = stage.as(surroundingsWith(stage.clock, actor('technician', 'Nils')));
    const input = { locationId: stage.world.locationId, date: MONDAY, days: 1 };
    expect(await plan(other, input)).toMatchObject({ ok: false, error: { kind: 'not-permitted' } });
  });

  it('keeps the buffer that the location says', async () => {
    const stage = await openStage();
    await ordersOf(stage, 2, { preferredTechnicians: [stage.world.anna] });
    const view = await planned(stage);
    const [first, second] = view.placements;
    expect((second?.to?.start ?? 0) - (first?.to?.end ?? 0)).toBeGreaterThanOrEqual(minutes(15) * 60_000);
  });
});
