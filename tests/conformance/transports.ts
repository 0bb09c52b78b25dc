import { WebSocket } from 'ws';
import type { Transport } from '../../core/contract/client.ts';
import type { Dispatcher } from '../../core/contract/dispatch.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import type { Reply } from '../../core/contract/refusal.ts';

type Listener = (event: LanewayEvent) => void;

/** The dispatcher itself: what every host mounts. */
export function inProcess(dispatcher: Dispatcher): Transport {
  return {
    call: (kind, name, input) => dispatcher.call(kind, name, input, { host: 'test' }),
    subscribe: (listener) => dispatcher.subscribe(listener),
  };
}

/** The loopback WebSocket as a console speaks it, with the cookie of a signed-in browser. */
export async function overSocket(origin: string, cookie: string): Promise<{ transport: Transport; close(): void }> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, { headers: { cookie, origin } });
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<Listener>();
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as { id?: number; reply?: Reply; event?: LanewayEvent };
    if (message.event !== undefined) for (const listener of listeners) listener(message.event);
    if (message.id === undefined || message.reply === undefined) return;
    waiting.get(message.id)?.(message.reply);
    waiting.delete(message.id);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let last = 0;
  const transport: Transport = {
    call: (kind, name, input) => {
      last += 1;
      const id = last;
      socket.send(JSON.stringify({ id, kind, name, input }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { transport, close: () => socket.close() };
}

/** The HTTP API as a program speaks it, with the secret of the lock file; events come as a stream. */
export async function overHttp(origin: string, secret: string): Promise<{ transport: Transport; close(): void }> {
  const authorization = `Bearer ${secret}`;
  const listeners = new Set<Listener>();
  const stop = new AbortController();
  const stream = await fetch(`${origin}/api/events`, { headers: { authorization }, signal: stop.signal });
  void listen(stream, (event) => {
    for (const listener of listeners) listener(event);
  });
  const transport: Transport = {
    call: async (kind, name, input) => {
      const response = await fetch(`${origin}/api/${kind}/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Reply;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { transport, close: () => stop.abort() };
}

async function listen(response: Response, tell: Listener): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const piece of response.body ?? []) {
      text += decoder.decode(piece, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks)
        if (block.startsWith('data: ')) tell((JSON.parse(block.slice(6)) as { event: LanewayEvent }).event);
    }
  } catch {
    // Hung up.
  }
}
