import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { lead } from '../../builders/world.ts';
import { entry, hold, wait } from './stage.ts';

/** Nine to ten on Monday; whatever else is free cannot be offered. */
const window = { from: at(9), to: at(10) };

/** Everybody but Anna away, so that only her time can open. */
async function onlyAnna(stage: Stage): Promise<void> {
  for (const resourceId of [stage.world.bo, stage.world.cleo])
    await stage.done('recordAbsence', {
      id: stage.ids.next(),
      resourceId,
      range: { from: at(0), to: at(24, 7) },
      reason: 'away',
    });
}

async function answers(stage: Stage, id: string): Promise<readonly string[]> {
  return (await entry(stage, id)).offers.map((offer) => offer.answer);
}

describe('time that becomes free is offered to the waitlist', () => {
  const ways: readonly (readonly [string, (stage: Stage) => Promise<() => Promise<unknown>>])[] = [
    [
      'by a cancellation',
      async (stage) => {
        const id = await stage.book();
        return () => stage.done('cancelAppointment', { id, reason: 'ill' });
      },
    ],
    [
      'by a shorter job',
      async (stage) => {
        const id = await stage.book({ start: at(8), end: at(11.5) });
        return () =>
          stage.done('moveAppointment', { id, start: at(8), end: at(8.5), claims: null, findPartner: false });
      },
    ],
    [
      'by a move to another time',
      async (stage) => {
        const id = await stage.book();
        return () =>
          stage.done('moveAppointment', { id, start: at(14), end: at(15), claims: null, findPartner: false });
      },
    ],
    [
      'by a hold that is let go',
      async (stage) => {
        const id = await hold(stage);
        return () => stage.done('releaseHold', { id });
      },
    ],
    [
      'by a hold that runs out',
      async (stage) => {
        await hold(stage);
        return () => Promise.resolve(stage.clock.pass(15));
      },
    ],
    [
      'by a booking that is undone',
      async (stage) => {
        await stage.book();
        return () => stage.done('undo', {});
      },
    ],
  ];

  it.each(ways)('%s', async (_how, prepare) => {
    const stage = await openStage();
    await onlyAnna(stage);
    const id = await wait(stage, { windows: [window] });
    const open = await prepare(stage);
    const keeper = stage.laneway.housekeeper('test');
    await keeper.tidy();
    expect(await answers(stage, id)).toEqual([]);
    await open();
    await keeper.tidy();
    expect((await entry(stage, id)).state.status).toBe('offered');
    const [offer] = (await entry(stage, id)).offers;
    expect(offer?.start).toBeGreaterThanOrEqual(at(9));
  });

  it('by a job that ends early', async () => {
    const stage = await openStage();
    await onlyAnna(stage);
    const job = await stage.book({ start: at(8), end: at(11.5) });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id: job, at: at(8) });
    const id = await wait(stage, { windows: [window] });
    const keeper = stage.laneway.housekeeper('test');
    await keeper.tidy();
    stage.clock.set(at(8.5));
    await stage.done('completeAppointment', { id: job, at: at(8.5) });
    await keeper.tidy();
    expect((await entry(stage, id)).state.status).toBe('offered');
  });

  it('once, however often and by however many keepers it is looked at', async () => {
    const stage = await openStage();
    await onlyAnna(stage);
    const booked = await stage.book();
    const [first, second] = [await wait(stage, { windows: [window] }), await wait(stage, { windows: [window] })];
    await stage.done('cancelAppointment', { id: booked, reason: 'ill' });
    const keepers = [stage.laneway.housekeeper('test'), stage.laneway.housekeeper('test')];
    await Promise.all(keepers.flatMap((keeper) => [keeper.tidy(), keeper.tidy()]));
    for (const keeper of keepers) await keeper.tidy();
    expect(await answers(stage, first)).toEqual(['open']);
    expect(await answers(stage, second)).toEqual([]);
    expect(await stage.store.read.inStatus(stage.world.locationId, 'held')).toHaveLength(1);
  });

  it('to the next best when an offer is declined, and again when the next one runs out', async () => {
    const stage = await openStage();
    await onlyAnna(stage);
    const booked = await stage.book();
    const first = await wait(stage, { windows: [window], priority: 'high' });
    const second = await wait(stage, { windows: [window] });
    const third = await wait(stage, { windows: [window], priority: 'low' });
    const keeper = stage.laneway.housekeeper('test');
    await stage.done('cancelAppointment', { id: booked, reason: 'ill' });
    await keeper.tidy();
    await stage.done('declineOffer', { id: first });
    await keeper.tidy();
    expect((await entry(stage, second)).state.status).toBe('offered');
    stage.clock.pass(15);
    await keeper.tidy();
    expect(await answers(stage, first)).toEqual(['declined']);
    expect(await answers(stage, second)).toEqual(['expired']);
    expect(await answers(stage, third)).toEqual(['open']);
  });

  it('to several, where several fit into it', async () => {
    const stage = await openStage();
    await onlyAnna(stage);
    const booked = await stage.book({ start: at(8), end: at(11.5) });
    const morning = { from: at(8), to: at(12) };
    const ids = [await wait(stage, { windows: [morning] }), await wait(stage, { windows: [morning] })];
    await stage.done('cancelAppointment', { id: booked, reason: 'ill' });
    await stage.laneway.housekeeper('test').tidy();
    for (const id of ids) expect(await answers(stage, id)).toEqual(['open']);
  });

  it('after a restart, when nobody was there to see it', async () => {
    const stage = await openStage();
    await onlyAnna(stage);
    const booked = await stage.book();
    const id = await wait(stage, { windows: [window] });
    await stage.done('cancelAppointment', { id: booked, reason: 'ill' });
    const again = stage.as(stage.surroundings);
    await again.laneway.housekeeper('test').tidy();
    expect(await answers(stage, id)).toEqual(['open']);
  });

  it('not when somebody else has it already', async () => {
    const stage = await openStage();
    await onlyAnna(stage);
    const booked = await stage.book();
    const id = await wait(stage, { windows: [window] });
    await stage.done('cancelAppointment', { id: booked, reason: 'ill' });
    await stage.book({ claims: [lead(stage.world.anna)] });
    await stage.laneway.housekeeper('test').tidy();
    expect(await answers(stage, id)).toEqual([]);
  });
});

describe('a housekeeper', () => {
  it('writes nothing when there is nothing to do', async () => {
    const stage = await openStage();
    await stage.book();
    await wait(stage, { windows: [window] });
    const keeper = stage.laneway.housekeeper('test');
    await keeper.tidy();
    const sequence = await stage.store.read.sequence();
    await keeper.tidy();
    expect(await stage.store.read.sequence()).toBe(sequence);
  });

  it('acts under its own name, so that nobody’s undo takes its work back', async () => {
    const stage = await openStage();
    await hold(stage);
    stage.clock.pass(15);
    await stage.laneway.housekeeper('test').tidy();
    const newest = await stage.store.read.logEntry(await stage.store.read.sequence());
    expect(newest).toMatchObject({ name: 'sweepHolds', actorName: 'Laneway', undoable: false });
  });

  it('does nothing any more once it is closed', async () => {
    const stage = await openStage();
    await hold(stage);
    stage.clock.pass(15);
    const keeper = stage.laneway.housekeeper('test');
    await keeper.close();
    const sequence = await stage.store.read.sequence();
    await keeper.tidy();
    expect(await stage.store.read.sequence()).toBe(sequence);
  });
});
