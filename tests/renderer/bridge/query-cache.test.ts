import { describe, expect, it } from 'vitest';
import { clientOver, type Transport } from '../../../core/contract/client.ts';
import type { LanewayEvent } from '../../../core/contract/events.ts';
import type { Reply } from '../../../core/contract/refusal.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import { queryCache } from '../../../renderer/bridge/query-cache.ts';

/** A host whose answers come when the test says so. */
function slowHost() {
  const asked: { readonly name: string; readonly answer: (reply: Reply) => void }[] = [];
  let tell: (event: LanewayEvent) => void = () => undefined;
  const transport: Transport = {
    call: (_kind, name) => new Promise((answer) => asked.push({ name, answer })),
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  const settle = async (value: unknown): Promise<void> => {
    asked.shift()?.answer({ ok: true, value });
    await new Promise((resolve) => setImmediate(resolve));
  };
  const fail = async (): Promise<void> => {
    const error = { kind: 'fault', code: 'busy', retryable: true } as const;
    asked.shift()?.answer({ ok: false, error, message: '' });
    await new Promise((resolve) => setImmediate(resolve));
  };
  const change = (): void =>
    tell({
      event: 'changed',
      sequence: 1,
      command: 'undo',
      commandId: '',
      by: '',
      at: instant(0),
      touched: [],
      locations: [],
      range: null,
    });
  return { asked, settle, fail, change, cache: queryCache(clientOver(transport, () => 'id')) };
}

describe('the query cache', () => {
  it('asks once for all who watch the same answer', async () => {
    const host = slowHost();
    host.cache.watch('undoState', {}, () => undefined);
    host.cache.watch('undoState', {}, () => undefined);
    expect(host.asked).toHaveLength(1);
    expect(host.cache.peek('undoState', {}).status).toBe('loading');
    await host.settle({ undo: null, redo: null });
    expect(host.cache.peek('undoState', {})).toMatchObject({ status: 'ready', value: { undo: null, redo: null } });
  });

  it('keeps the value in sight while it asks again after a change', async () => {
    const host = slowHost();
    host.cache.watch('undoState', {}, () => undefined);
    await host.settle('old');
    host.change();
    expect(host.cache.peek('undoState', {})).toMatchObject({ status: 'ready', value: 'old', refreshing: true });
    await host.settle('new');
    expect(host.cache.peek('undoState', {})).toMatchObject({ value: 'new', refreshing: false });
  });

  it('throws away an answer that a change has overtaken, and never asks twice at a time', async () => {
    const host = slowHost();
    host.cache.watch('undoState', {}, () => undefined);
    host.change();
    host.change();
    expect(host.asked).toHaveLength(1);
    await host.settle('overtaken');
    expect(host.cache.peek('undoState', {}).value).toBeUndefined();
    expect(host.asked).toHaveLength(1);
    await host.settle('true');
    expect(host.cache.peek('undoState', {}).value).toBe('true');
  });

  it('asks nothing for what nobody watches until somebody does again', async () => {
    const host = slowHost();
    const stop = host.cache.watch('undoState', {}, () => undefined);
    await host.settle('old');
    stop();
    host.change();
    expect(host.asked).toHaveLength(0);
    host.cache.watch('undoState', {}, () => undefined);
    expect(host.asked).toHaveLength(1);
  });

  it('keeps the last value beside an error and asks again when told to', async () => {
    const host = slowHost();
    host.cache.watch('undoState', {}, () => undefined);
    await host.settle('old');
    host.change();
    await host.fail();
    expect(host.cache.peek('undoState', {})).toMatchObject({ status: 'error', value: 'old', error: { code: 'busy' } });
    host.cache.refresh();
    await host.settle('new');
    expect(host.cache.peek('undoState', {})).toMatchObject({ status: 'ready', value: 'new', error: undefined });
  });
});
