import { describe, expect, it } from 'vitest';
import { createDispatcher } from '../../core/application/dispatcher.ts';
import { NOBODY_OUTSIDE, type Outside } from '../../core/application/outside/outside.ts';
import type { InventoryAnswer } from '../../core/application/ports/inventory.ts';
import { createAnswerers } from '../../core/application/queries/index.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import { alertMessage } from '../builders/messages.ts';
import { at, diagnosticsList } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';
import { bookingArgs, workOrderArgs } from '../builders/world.ts';

/** A second door to the same file, behind which services outside are asked. */
function deskWith(stage: Stage, outside: Partial<Outside>) {
  const { store, surroundings } = stage;
  const diagnostics = diagnosticsList();
  const never = (): never => {
    throw new Error('not here');
  };
  const keeper = { backup: never, backups: never, verify: never, health: never };
  const desk = createDispatcher({
    store,
    keeper,
    surroundings,
    diagnostics,
    answerers: createAnswerers({ keeper, writeIcs: () => '' }),
    sentence: (error) => JSON.stringify(error),
    outside: { ...NOBODY_OUTSIDE, patience: 1000, ...outside },
  });
  const send = (name: string, args: unknown, id: string = stage.ids.next()): Promise<Reply> =>
    desk.call('command', name, { id, args }, { host: 'test' });
  return { desk, send, notes: diagnostics.notes };
}

function alertArgs(stage: Stage, message = alertMessage('a1')) {
  const { ids } = stage;
  return { id: ids.next<'alert'>(), message, workOrderId: ids.next(), appointmentId: ids.next() };
}

describe('a message over any host', () => {
  it('has its details and the health of its unit asked first', async () => {
    const stage = await openStage();
    const asked: string[] = [];
    const { send } = deskWith(stage, {
      details: { detailsOf: ({ messageId }) => Promise.resolve({ n: asked.push(messageId) }) },
      health: { healthOf: ({ text }) => Promise.resolve({ n: asked.push(String(text)) }) },
    });
    const args = alertArgs(stage);
    expect(await send('receiveAlert', args)).toMatchObject({ ok: true });
    expect(asked).toEqual(['a1', 'AB 12345']);
    expect((await stage.store.read.get('alert', args.id))?.details).toEqual({ alert: { n: 1 }, health: { n: 2 } });
  });

  it('sent again is the same command, whatever the services would say now, and nobody is asked', async () => {
    const stage = await openStage();
    let score = 0;
    const { send } = deskWith(stage, { health: { healthOf: () => Promise.resolve({ score: (score += 1) }) } });
    const args = alertArgs(stage);
    const id = stage.ids.next();
    const first = await send('receiveAlert', args, id);
    expect(await send('receiveAlert', args, id)).toEqual(first);
    expect(await send('receiveAlert', alertArgs(stage))).toEqual(first);
    expect(score).toBe(1);
  });

  it('sent twice at once is one alert', async () => {
    const stage = await openStage();
    let score = 0;
    const { send } = deskWith(stage, { health: { healthOf: () => Promise.resolve({ score: (score += 1) }) } });
    const args = alertArgs(stage);
    const id = stage.ids.next();
    const [first, second] = await Promise.all([send('receiveAlert', args, id), send('receiveAlert', args, id)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await stage.store.read.find('alert', {})).toHaveLength(1);
  });

  it('is not lost when a service fails: it says which one was missing', async () => {
    const stage = await openStage();
    const down = (): Promise<never> => Promise.reject(new Error('down'));
    const { send, notes } = deskWith(stage, {
      details: { detailsOf: down },
      health: { healthOf: down },
      inventory: { stockOf: down },
    });
    const args = alertArgs(stage);
    expect(await send('receiveAlert', args)).toMatchObject({ ok: true });
    const alert = await stage.store.read.get('alert', args.id);
    const whys = alert?.reasons.map((reason) => reason.why);
    expect(whys).toEqual(expect.arrayContaining(['details-missing', 'health-missing', 'stock-missing']));
    expect(alert?.details.health).toMatchObject({ visits: 0 });
    expect(new Set(notes.map((note) => note.facts))).toEqual(
      new Set([{ port: 'alert' }, { port: 'health' }, { port: 'inventory' }]),
    );
  });

  it('asks nobody for whom it is not permitted', async () => {
    const stage = await openStage();
    const asked: string[] = [];
    const { desk } = deskWith(stage, { health: { healthOf: () => Promise.resolve({ n: asked.push('health') }) } });
    const user = stage.ids.next<'user'>();
    await stage.done('addUser', {
      id: user,
      name: 'Viewer',
      email: '',
      role: 'viewer',
      resourceId: null,
      active: true,
    });
    const input = { id: stage.ids.next(), args: alertArgs(stage) };
    const reply = await desk.call('command', 'receiveAlert', input, { host: 'test', actor: user });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'not-permitted' } });
    expect(asked).toEqual([]);
  });
});

describe('an outside inventory', () => {
  function inventoryOf(answer: () => readonly InventoryAnswer[]) {
    const asked: (readonly string[])[] = [];
    const inventory = {
      stockOf: ({ numbers }: { readonly numbers: readonly string[] }) => {
        asked.push(numbers);
        return Promise.resolve(answer());
      },
    };
    return { inventory, asked };
  }
  const stockOf = (onHand: number): InventoryAnswer => ({ number: 'T-1', onHand, arrivals: [], leadTimeDays: null });

  it('is asked before a booking for the parts it takes, and its word counts', async () => {
    const stage = await openStage();
    const { inventory, asked } = inventoryOf(() => [stockOf(0)]);
    const { send } = deskWith(stage, { inventory });
    const workOrderId = await stage.order();
    const args = bookingArgs(stage.world, stage.ids.next(), {
      workOrderId,
      title: '',
      end: null,
      start: at(10),
      reservationIds: [stage.ids.next()],
    });
    const reply = await send('bookAppointment', args);
    expect(asked).toEqual([['T-1']]);
    expect(reply).toMatchObject({
      ok: false,
      error: { kind: 'blocked', reasons: [{ reason: { rule: 'parts-there' } }] },
    });
    const [entry] = await stage.store.read.log({ entity: null, id: null, before: null, limit: 1 });
    expect(entry).toMatchObject({ name: 'syncStock', actorName: 'Inventory' });
  });

  it('is asked of when a request is confirmed, and leaves what is the same alone', async () => {
    const stage = await openStage();
    const { inventory, asked } = inventoryOf(() => [stockOf(4)]);
    const { send } = deskWith(stage, { inventory });
    const id = await stage.bookWork({ as: 'requested' });
    const before = await stage.store.read.sequence();
    expect(await send('confirmAppointment', { id, reservationIds: [stage.ids.next()] })).toMatchObject({ ok: true });
    expect(asked).toEqual([['T-1']]);
    expect(await stage.store.read.sequence()).toBe(before + 1);
  });

  it('is not asked for work without parts, nor by what books nothing', async () => {
    const stage = await openStage();
    const { inventory, asked } = inventoryOf(() => [stockOf(4)]);
    const { send } = deskWith(stage, { inventory });
    expect(await send('bookAppointment', bookingArgs(stage.world, stage.ids.next()))).toMatchObject({ ok: true });
    expect(await send('openWorkOrder', workOrderArgs(stage.world, stage.ids.next()))).toMatchObject({ ok: true });
    expect(asked).toEqual([]);
  });

  it('that fails leaves what is known, and is let be for half a minute', async () => {
    const stage = await openStage();
    let asked = 0;
    const inventory = {
      stockOf: () => {
        asked += 1;
        return Promise.reject(new Error('down'));
      },
    };
    const { send } = deskWith(stage, { inventory });
    const book = async (start: number): Promise<Reply> => {
      const workOrderId = await stage.order();
      const times = { workOrderId, title: '', end: null, start: at(start), reservationIds: [stage.ids.next()] };
      return send('bookAppointment', bookingArgs(stage.world, stage.ids.next(), times));
    };
    expect(await book(8)).toMatchObject({ ok: true });
    expect(await book(10)).toMatchObject({ ok: true });
    expect(asked).toBe(1);
    stage.clock.pass(1);
    expect(await book(14)).toMatchObject({ ok: true });
    expect(asked).toBe(2);
  });

  it('is the same whether its word is taken back by a person or not: their undo is of their own', async () => {
    const stage = await openStage();
    const { inventory } = inventoryOf(() => [stockOf(7)]);
    const { send } = deskWith(stage, { inventory });
    const workOrderId = await stage.order();
    const args = bookingArgs(stage.world, stage.ids.next(), {
      workOrderId,
      title: '',
      end: null,
      start: at(10),
      reservationIds: [stage.ids.next()],
    });
    expect(await send('bookAppointment', args)).toMatchObject({ ok: true });
    await stage.done('undo', {});
    expect((await stage.store.read.get('stock', stage.world.stock))?.onHand).toBe(7);
    expect(await stage.store.read.get('appointment', args.id)).toBeUndefined();
  });
});
