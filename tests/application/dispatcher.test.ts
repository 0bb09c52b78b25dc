import { describe, expect, it } from 'vitest';
import { createDispatcher } from '../../core/application/dispatcher.ts';
import { createAnswerers } from '../../core/application/queries/index.ts';
import { StoreFault } from '../../core/application/ports/store-fault.ts';
import type { Store } from '../../core/application/ports/store.ts';
import type { Keeper } from '../../core/application/ports/surroundings.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import { at, diagnosticsList } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';
import { customerArgs } from '../builders/world.ts';

const CALLER = { host: 'test' } as const;

const keeper: Keeper = {
  backup: async (why, progress, signal) => {
    for (let done = 1; done <= 3; done += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (signal.aborted) throw new Error('stopped');
      progress(done, 3);
    }
    return { file: 'one.sqlite', at: at(7), bytes: 1, why, verified: true };
  },
  backups: () => Promise.resolve([]),
  verify: () => Promise.resolve({ ok: true, checks: [] }),
  health: () => 'ok',
};

function dispatcherOn(stage: Stage, store: Store = stage.store) {
  const diagnostics = diagnosticsList();
  const answerers = createAnswerers({ keeper, writeIcs: () => '' });
  const sentence = (error: { readonly kind: string }): string => `A sentence about ${error.kind}.`;
  const { surroundings } = stage;
  const laneway = createDispatcher({ store, keeper, surroundings, diagnostics, answerers, sentence });
  return { laneway, notes: diagnostics.notes };
}

function failing(store: Store, error: unknown): Store {
  return { ...store, write: () => Promise.reject(error) };
}

describe('the dispatcher', () => {
  it('answers a refusal with its English sentence', async () => {
    const { laneway } = dispatcherOn(await openStage());
    expect(await laneway.call('query', 'nothing', {}, CALLER)).toEqual({
      ok: false,
      error: { kind: 'unknown-name', name: 'nothing' },
      message: 'A sentence about unknown-name.',
    });
  });

  it('answers a fault of the store as data', async () => {
    const stage = await openStage();
    const { laneway, notes } = dispatcherOn(stage, failing(stage.store, new StoreFault('disk-full', true, null)));
    const input = { id: stage.ids.next(), args: customerArgs(stage.ids.next()) };
    expect(await laneway.call('command', 'addCustomer', input, CALLER)).toMatchObject({
      ok: false,
      error: { kind: 'fault', code: 'disk-full', retryable: true },
    });
    expect(notes).toMatchObject([{ level: 'warning', what: 'fault', facts: { code: 'disk-full' } }]);
  });

  it('notes a defect without what people wrote, and lets no stack across', async () => {
    const stage = await openStage();
    const { laneway, notes } = dispatcherOn(stage, failing(stage.store, new TypeError('Ola Nordmann is undefined')));
    const input = { id: stage.ids.next(), args: customerArgs(stage.ids.next()) };
    const reply = await laneway.call('command', 'addCustomer', input, CALLER);
    expect(reply).toEqual({
      ok: false,
      error: { kind: 'fault', code: 'defect', retryable: false },
      message: 'A sentence about fault.',
    });
    expect(notes).toMatchObject([
      { level: 'error', what: 'defect', facts: { what: 'TypeError', name: 'addCustomer' } },
    ]);
    expect(JSON.stringify(notes)).toContain('dispatcher.test');
    expect(JSON.stringify(notes)).not.toContain('Nordmann');
  });

  it('asks queries with the same strict parsing', async () => {
    const stage = await openStage();
    const { laneway } = dispatcherOn(stage);
    const input = { locationId: stage.world.locationId, date: '2026-11-23', days: 0, more: 1 };
    expect(await laneway.call('query', 'boardForRange', input, CALLER)).toMatchObject({
      error: { kind: 'invalid-input', problems: [{ field: 'days' }, { field: 'more', reason: 'is not known here' }] },
    });
    expect(await laneway.call('query', 'setup', {}, CALLER)).toMatchObject({ ok: true, value: { host: 'test' } });
  });

  it('tells the progress of a run and answers when it is done', async () => {
    const { laneway } = dispatcherOn(await openStage());
    const events: LanewayEvent[] = [];
    laneway.subscribe((event) => events.push(event));
    const reply = await laneway.call('run', 'backup', { runId: 'r1', input: {} }, CALLER);
    expect(reply).toMatchObject({ ok: true, value: { why: 'on-command' } });
    expect(events).toMatchObject([1, 2, 3].map((done) => ({ event: 'runProgressed', runId: 'r1', done, total: 3 })));
  });

  it('cancels a run, and says when there is none', async () => {
    const { laneway } = dispatcherOn(await openStage());
    const reply = laneway.call('run', 'backup', { runId: 'r1', input: {} }, CALLER);
    expect(await laneway.call('run', 'backup', { runId: 'r1', input: {} }, CALLER)).toMatchObject({
      error: { kind: 'invalid-input', problems: [{ field: 'runId' }] },
    });
    expect(await laneway.call('cancel', 'run', { runId: 'r1' }, CALLER)).toMatchObject({ value: { cancelled: true } });
    expect(await reply).toMatchObject({ ok: false, error: { kind: 'cancelled-by-caller' } });
    expect(await laneway.call('cancel', 'run', { runId: 'r1' }, CALLER)).toMatchObject({ value: { cancelled: false } });
  });

  it('goes on when a listener fails, and forgets one that left', async () => {
    const stage = await openStage();
    const { laneway, notes } = dispatcherOn(stage);
    const heard: string[] = [];
    laneway.subscribe(() => {
      throw new Error('broken');
    });
    const leave = laneway.subscribe((event) => heard.push(event.event));
    const send = () =>
      laneway.call('command', 'addCustomer', { id: stage.ids.next(), args: customerArgs(stage.ids.next()) }, CALLER);
    expect(await send()).toMatchObject({ ok: true });
    leave();
    await send();
    expect(heard).toEqual(['changed']);
    expect(notes.map((note) => note.what)).toEqual(['defect', 'defect']);
  });
});
