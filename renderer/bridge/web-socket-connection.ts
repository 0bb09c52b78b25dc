import type { LanewayEvent } from '../../core/contract/events.ts';
import type { Fault, Reply } from '../../core/contract/refusal.ts';
import type { Connection, ConnectionState } from './connection.ts';

/** The frames of the loopback host: a call carries a number, its answer brings the number back; events carry none. */
export interface CallFrame {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly input: unknown;
}
export type HostFrame =
  | { readonly id: number; readonly reply: Reply }
  | { readonly id?: undefined; readonly event: LanewayEvent };

const FIRST_WAIT = 150;
const LONGEST_WAIT = 3000;
/** A call made while the line is down waits this long for it to come back. */
const PATIENCE = 8000;

const UNAVAILABLE: Fault = { kind: 'fault', code: 'unavailable', retryable: true };
const GONE: Reply = {
  ok: false,
  error: UNAVAILABLE,
  message: 'Laneway’s host does not answer. It may have been closed.',
};

interface Waiting {
  readonly frame: CallFrame;
  readonly answer: (reply: Reply) => void;
  sent: boolean;
}

/** Opens a socket to the host and keeps it open. An unanswered call is answered with a fault when the line breaks. */
export function webSocketConnection(address: string): Connection {
  const waiting = new Map<number, Waiting>();
  const events = new Set<(event: LanewayEvent) => void>();
  const watchers = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  let socket: WebSocket | null = null;
  let calls = 0;
  let wait = FIRST_WAIT;

  const turn = (next: ConnectionState): void => {
    if (state === next) return;
    state = next;
    for (const watcher of watchers) watcher();
  };
  const settle = (id: number, reply: Reply): void => {
    const call = waiting.get(id);
    waiting.delete(id);
    call?.answer(reply);
  };
  const post = (call: Waiting): void => {
    if (socket === null || socket.readyState !== WebSocket.OPEN) return;
    call.sent = true;
    socket.send(JSON.stringify(call.frame));
  };
  const connect = (): void => {
    const line = new WebSocket(address);
    socket = line;
    line.addEventListener('open', () => {
      wait = FIRST_WAIT;
      turn('open');
      for (const call of waiting.values()) if (!call.sent) post(call);
    });
    line.addEventListener('message', (message: MessageEvent<string>) => {
      const frame = JSON.parse(message.data) as HostFrame;
      if (frame.id !== undefined) settle(frame.id, frame.reply);
      else for (const listener of events) listener(frame.event);
    });
    line.addEventListener('close', () => {
      turn('lost');
      // What was sent may or may not have been done; its id makes repeating it safe, so the caller is told at once.
      for (const [id, call] of waiting) if (call.sent) settle(id, GONE);
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  };
  connect();

  return {
    call: (kind, name, input) =>
      new Promise((answer) => {
        calls += 1;
        const id = calls;
        const call: Waiting = { frame: { id, kind, name, input }, answer, sent: false };
        waiting.set(id, call);
        post(call);
        if (!call.sent) setTimeout(() => !call.sent && settle(id, GONE), PATIENCE);
      }),
    subscribe: (listener) => {
      events.add(listener);
      return () => events.delete(listener);
    },
    state: () => state,
    onState: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };
}
