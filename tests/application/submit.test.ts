import { describe, expect, it } from 'vitest';
import { insert } from '../../core/domain/ops/op.ts';
import { useCases } from '../../core/application/commands/index.ts';
import { createActing } from '../../core/application/acting.ts';
import { createScenes } from '../../core/application/scene.ts';
import { createSubmit } from '../../core/application/submit.ts';
import { at } from '../builders/surroundings.ts';
import { openStage } from '../builders/use-world.ts';
import { bay, bookingArgs, customerArgs, lead } from '../builders/world.ts';

const CALLER = { host: 'test' } as const;

describe('submit', () => {
  it('writes who, when, from which host and why, with the ops', async () => {
    const stage = await openStage();
    const id = stage.ids.next<'customer'>();
    const receipt = await stage.done('addCustomer', customerArgs(id, 'Per'), { why: 'called in' });
    expect(await stage.store.read.logEntry(receipt.sequence)).toMatchObject({
      name: 'addCustomer',
      version: 1,
      actorName: 'Kari',
      host: 'test',
      replica: 'test-replica',
      at: at(7),
      why: 'called in',
      subject: 'Per',
      undoable: true,
      reverts: null,
      undoneBy: null,
      ops: [{ op: 'insert', entity: 'customer', id }],
    });
  });

  it('answers the same command id with the same receipt, and does it once', async () => {
    const stage = await openStage();
    const input = { id: stage.ids.next(), args: customerArgs(stage.ids.next(), 'Per') };
    const first = await stage.laneway.call('command', 'addCustomer', input, CALLER);
    const events = stage.events.length;
    stage.clock.pass(10);
    expect(await stage.laneway.call('command', 'addCustomer', input, CALLER)).toEqual(first);
    expect(stage.events).toHaveLength(events);
    const reordered = Object.fromEntries(Object.entries(input.args).toReversed());
    expect(await stage.laneway.call('command', 'addCustomer', { ...input, args: reordered }, CALLER)).toEqual(first);
  });

  it('refuses a command id that was used for something else', async () => {
    const stage = await openStage();
    const id = stage.ids.next<'command'>();
    const args = customerArgs(stage.ids.next(), 'Per');
    await stage.laneway.call('command', 'addCustomer', { id, args }, CALLER);
    const refusal = { ok: false, error: { kind: 'same-id-other-command', id } };
    const other = { id, args: { ...args, name: 'Pål' } };
    expect(await stage.laneway.call('command', 'addCustomer', other, CALLER)).toMatchObject(refusal);
    expect(await stage.laneway.call('command', 'updateCustomer', { id, args }, CALLER)).toMatchObject(refusal);
  });

  it('publishes one change event after the commit, with where and when a board may differ', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const { length } = stage.events;
    const receipt = await stage.done('moveAppointment', {
      id,
      start: at(13),
      end: at(14),
      claims: null,
      findPartner: false,
    });
    expect(stage.events.slice(length)).toEqual([
      {
        event: 'changed',
        sequence: receipt.sequence,
        command: 'moveAppointment',
        commandId: receipt.commandId,
        by: 'Kari',
        at: at(7),
        touched: [{ entity: 'appointment', id }],
        locations: [stage.world.locationId],
        range: { from: at(9), to: at(14.25) },
      },
    ]);
  });

  it('logs and tells nothing of what it refuses', async () => {
    const stage = await openStage();
    const [sequence, { length }] = [await stage.store.read.sequence(), stage.events];
    await stage.refused('cancelAppointment', { id: stage.ids.next(), reason: 'ill' });
    await stage.refused('bookAppointment', bookingArgs(stage.world, stage.ids.next(), { start: at(5), end: at(6) }));
    expect(await stage.store.read.sequence()).toBe(sequence);
    expect(stage.events).toHaveLength(length);
  });

  it('says double use when only the store’s belt sees it, and changes nothing', async () => {
    const stage = await openStage();
    const first = await stage.book({ title: 'First' });
    const sequence = await stage.store.read.sequence();
    const { publish, events } = listener();
    const blind = createSubmit({
      ...stage,
      scenes: createScenes(stage.surroundings),
      acting: createActing(stage.surroundings.actor),
      publish,
      useCases: {
        ...useCases,
        // A use case that forgets to ask the rules.
        bookAppointment: async (tx, args) => {
          const like = await tx.get('appointment', first);
          if (like === undefined) throw new Error('no appointment');
          const row = { ...like, id: args.id, title: 'Second' };
          return { ok: true, value: { subject: row.title, ops: [insert('appointment', row)] } };
        },
      },
    });
    const args = bookingArgs(stage.world, stage.ids.next());
    const input = { id: stage.ids.next(), args };
    expect(await blind.one({ name: 'bookAppointment', input }, CALLER)).toMatchObject({
      ok: false,
      refusal: {
        kind: 'blocked',
        reasons: [{ reason: { rule: 'technician-free', why: 'double-use', title: 'First' } }],
      },
    });
    expect(events).toEqual([]);
    expect(await stage.store.read.sequence()).toBe(sequence);
    expect(await stage.store.read.get('appointment', args.id)).toBeUndefined();
  });
});

function listener() {
  const events: unknown[] = [];
  return { events, publish: (event: unknown) => void events.push(event) };
}

describe('a batch', () => {
  it('is one transaction under its own clock, in which a refused command stops nothing', async () => {
    const stage = await openStage();
    const [before, { length }] = [await stage.store.read.sequence(), stage.events];
    const one = (args: unknown, moment: number) => ({
      name: 'bookAppointment',
      input: { id: stage.ids.next(), args },
      at: at(moment),
    });
    const [first, second, third] = [
      stage.ids.next<'appointment'>(),
      stage.ids.next<'appointment'>(),
      stage.ids.next<'appointment'>(),
    ];
    const outcomes = await stage.laneway.submit.many(
      [
        one(bookingArgs(stage.world, first), -48),
        one(bookingArgs(stage.world, second), -47),
        one(bookingArgs(stage.world, third, { start: at(13), end: at(14) }), -46),
      ],
      { host: 'sample' },
    );
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
    expect(outcomes[1]).toMatchObject({ refusal: { kind: 'blocked', alternatives: [] } });
    const entries = await stage.store.read.log({ entity: null, id: null, before: null, limit: 2 });
    expect(entries.map((entry) => [entry.sequence, entry.at, entry.host])).toEqual([
      [before + 2, at(-46), 'sample'],
      [before + 1, at(-48), 'sample'],
    ]);
    expect(stage.events.slice(length)).toMatchObject([
      { sequence: before + 2, touched: [{ id: first }, { id: third }], range: { from: at(9), to: at(14.25) } },
    ]);
  });
});

describe('a thousand racing bookings of one bay', () => {
  it('one wins, the others get the reason and the next slot', { timeout: 120_000 }, async () => {
    const stage = await openStage();
    const { bay1, check } = stage.world;
    const racers = Array.from({ length: 1000 }, (_, index) => {
      const claims = [index % 2 === 0 ? lead(stage.world.anna) : lead(stage.world.bo), bay(bay1)];
      return bookingArgs(stage.world, stage.ids.next(), { serviceTypeId: check, claims });
    });
    const replies = await Promise.all(racers.map((args) => stage.send('bookAppointment', args)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    const refusals = replies.flatMap((reply) => (reply.ok ? [] : [reply.error]));
    expect(refusals).toHaveLength(999);
    for (const refusal of refusals) {
      if (refusal.kind !== 'blocked') throw new Error(`Refused as ${refusal.kind}`);
      expect(refusal.reasons.map((one) => one.reason)).toContainEqual(
        expect.objectContaining({ rule: 'bay-free', why: 'double-use' }),
      );
      expect(refusal.alternatives.length).toBeGreaterThan(0);
    }
    const booked = await stage.store.read.occupying([bay1], { from: at(0), to: at(24) });
    expect(booked).toHaveLength(1);
  });
});
