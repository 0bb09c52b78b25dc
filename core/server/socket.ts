import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Dispatcher } from '../contract/dispatch.ts';
import type { HostKind } from '../contract/host-kind.ts';
import type { Reply } from '../contract/refusal.ts';
import { LARGEST, malformed, parseJson } from './body.ts';
import { callContract, isCallKind } from './contract-call.ts';

/** A console that reads this many bytes too slowly is cut off; it reconnects and asks again. */
const BACKLOG = 16 * LARGEST;

export interface Sockets {
  /** Takes over a request that was let in. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, host: HostKind): void;
  close(): void;
}

/**
 * The contract over one WebSocket: `{id, kind, name, input}` is answered by `{id, reply}`; events come as `{event}`.
 * Calls run side by side, so answers may come in another order.
 */
export function makeSockets(dispatcher: Dispatcher, tell: (error: unknown) => void): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST, clientTracking: true });
  const stop = dispatcher.subscribe((event) => {
    const text = JSON.stringify({ event });
    for (const client of server.clients) send(client, text);
  });

  const onMessage = async (client: WebSocket, data: RawData, binary: boolean, host: HostKind): Promise<void> => {
    const call = binary ? undefined : parseJson(textOf(data));
    const { id, reply } = await answerCall(dispatcher, call, host, tell);
    send(client, JSON.stringify({ id, reply }));
  };

  return {
    accept: (request, socket, head, host) => {
      server.handleUpgrade(request, socket, head, (client) => {
        client.on('message', (data, binary) => void onMessage(client, data, binary, host));
        // A message over the limit closes the socket with 1009; there is nobody left to tell.
        client.on('error', () => undefined);
      });
    },
    close: () => {
      stop();
      for (const client of server.clients) client.close(1001, 'Laneway is closing');
      server.close();
    },
  };
}

async function answerCall(
  dispatcher: Dispatcher,
  call: unknown,
  host: HostKind,
  tell: (error: unknown) => void,
): Promise<{ readonly id: string | number | null; readonly reply: Reply }> {
  if (typeof call !== 'object' || call === null || Array.isArray(call))
    return { id: null, reply: malformed('must be JSON like {"id", "kind", "name", "input"}') };
  const { id, kind, name, input }: Readonly<Record<string, unknown>> = { ...call };
  if (typeof id !== 'string' && typeof id !== 'number') return { id: null, reply: malformed('must be text', 'id') };
  if (!isCallKind(kind)) return { id, reply: malformed('must be command, query, run or cancel', 'kind') };
  if (typeof name !== 'string') return { id, reply: malformed('must be text', 'name') };
  return { id, reply: await callContract(dispatcher, { kind, name, input, host }, tell) };
}

function send(client: WebSocket, text: string): void {
  if (client.readyState !== client.OPEN) return;
  if (client.bufferedAmount > BACKLOG) client.terminate();
  else client.send(text);
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
