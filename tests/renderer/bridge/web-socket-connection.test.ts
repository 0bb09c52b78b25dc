import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket as Line } from 'ws';
import { webSocketConnection, type CallFrame } from '../../../renderer/bridge/web-socket-connection.ts';

let server: WebSocketServer | undefined;

async function host(onCall: (line: Line, frame: CallFrame) => void, port = 0): Promise<number> {
  const made = new WebSocketServer({ host: '127.0.0.1', port });
  server = made;
  made.on('connection', (line) =>
    line.on('message', (data) => onCall(line, JSON.parse((data as Buffer).toString('utf8')) as CallFrame)),
  );
  await new Promise((resolve) => made.once('listening', resolve));
  return (made.address() as AddressInfo).port;
}

async function shut(): Promise<void> {
  const old = server;
  server = undefined;
  for (const line of old?.clients ?? []) line.terminate();
  await new Promise<void>((resolve) => (old === undefined ? resolve() : old.close(() => resolve())));
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

afterEach(shut);

describe('the connection over a WebSocket', () => {
  it('gives each call its own answer, in whatever order they come', async () => {
    const frames: { line: Line; frame: CallFrame }[] = [];
    const port = await host((line, frame) => {
      frames.push({ line, frame });
      if (frames.length < 2) return;
      for (const one of frames.toReversed())
        one.line.send(JSON.stringify({ id: one.frame.id, reply: { ok: true, value: one.frame.name } }));
    });
    const connection = webSocketConnection(`ws://127.0.0.1:${port}`);
    const answers = await Promise.all([connection.call('query', 'setup', {}), connection.call('query', 'tray', {})]);
    expect(answers).toEqual([
      { ok: true, value: 'setup' },
      { ok: true, value: 'tray' },
    ]);
  });

  it('answers with a fault when the line breaks, and comes back by itself', async () => {
    const port = await host((line) => line.terminate());
    const connection = webSocketConnection(`ws://127.0.0.1:${port}`);
    expect(await connection.call('query', 'setup', {})).toMatchObject({
      ok: false,
      error: { kind: 'fault', code: 'unavailable' },
    });
    expect(connection.state()).toBe('lost');
    await shut();
    await host((line, frame) => line.send(JSON.stringify({ id: frame.id, reply: { ok: true, value: 1 } })), port);
    await until(() => connection.state() === 'open');
    expect(await connection.call('query', 'setup', {})).toEqual({ ok: true, value: 1 });
  });

  it('passes events on to who listens and to nobody else', async () => {
    const port = await host((line, frame) => {
      line.send(JSON.stringify({ event: { event: 'runProgressed', runId: 'r', done: 1, total: 2, phrase: '' } }));
      line.send(JSON.stringify({ id: frame.id, reply: { ok: true, value: null } }));
    });
    const connection = webSocketConnection(`ws://127.0.0.1:${port}`);
    const heard: unknown[] = [];
    const stop = connection.subscribe((event) => heard.push(event));
    await connection.call('query', 'setup', {});
    stop();
    await connection.call('query', 'setup', {});
    expect(heard).toHaveLength(1);
  });
});
