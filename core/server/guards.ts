import type { IncomingMessage } from 'node:http';
import type { HostKind } from '../contract/host-kind.ts';
import type { Door } from './door.ts';

/** What a request must say to be answered at all. */
export interface Guards {
  /** False when the request came by another name than the loopback's own (DNS rebinding). */
  knowsHost(request: IncomingMessage): boolean;
  /** False when a page of another origin sent it; a missing Origin passes only where `required` is false. */
  knowsOrigin(request: IncomingMessage, required: boolean): boolean;
  /** The host kind to act as; undefined when nobody let the caller in. */
  callerOf(request: IncomingMessage): HostKind | undefined;
}

export function makeGuards(options: {
  readonly port: () => number;
  readonly devOrigin: string | undefined;
  readonly door: Door;
}): Guards {
  const { door, devOrigin } = options;
  const hosts = (): readonly string[] => ['127.0.0.1', 'localhost'].map((name) => `${name}:${options.port()}`);
  return {
    knowsHost: ({ headers }) => headers.host !== undefined && hosts().includes(headers.host.toLowerCase()),
    knowsOrigin: ({ headers }, required) => {
      const { origin } = headers;
      if (origin === undefined) return !required;
      // Compared as text: parsing would call every opaque origin "null" and so trust them all alike.
      return origin === devOrigin || hosts().some((host) => origin === `http://${host}`);
    },
    callerOf: ({ headers }) => {
      // Whoever shows a bearer secret is judged by it alone: a wrong one beside a good cookie would need no Origin.
      if (headers.authorization === undefined) return door.admitsCookie(headers.cookie) ? 'browser' : undefined;
      if (!door.admitsBearer(headers.authorization)) return undefined;
      return headers['x-laneway-host'] === 'cli' ? 'cli' : 'server';
    },
  };
}

/** A program shows the bearer secret and sends no Origin; a page shows its cookie and must say where it is from. */
export function needsOrigin(request: IncomingMessage): boolean {
  return request.headers.authorization === undefined;
}
