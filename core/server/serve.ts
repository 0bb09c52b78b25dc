import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Dispatcher } from '../contract/dispatch.ts';
import { answer, answerJson, answerText } from './answers.ts';
import { answerApi, answerEvents, answerMessage, type TakeMessage } from './api.ts';
import { consoleFile } from './console-files.ts';
import { defect } from './body.ts';
import { makeDoor, type Door } from './door.ts';
import { answerIcs } from './download.ts';
import { makeGuards, needsOrigin, type Guards } from './guards.ts';
import { lockedPage, noConsolePage } from './pages.ts';
import { makeSockets, type Sockets } from './socket.ts';

export interface ServeOptions {
  /** Undefined while the data cannot be opened: then every page is `front`. */
  readonly dispatcher: Dispatcher | undefined;
  /** Takes in a message of another system; where it is left out, there is no address for them. */
  readonly takeMessage?: TakeMessage;
  /** The built console's folder, or one page to show in its place. */
  readonly front: { readonly folder: string } | { readonly page: string };
  /** 0 takes a free port. */
  readonly port: number;
  /** Signs the sessions; kept in the data folder. */
  readonly key: Buffer;
  readonly version: string;
  /** Another origin that may call, for development with Vite. */
  readonly devOrigin?: string;
  readonly firstToken?: string;
  /** Gets what must not cross to a caller. */
  readonly tell: (error: unknown) => void;
}

export interface Serving {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Bearer secret for programs, for the lock file. */
  readonly secret: string;
  /** A fresh address for one browser. */
  address(): string;
  close(): Promise<void>;
}

interface Room {
  readonly options: ServeOptions;
  readonly door: Door;
  readonly guards: Guards;
  readonly sockets: Sockets | undefined;
  address(): string;
}

/** Serves the contract and the console on the loopback address, and to nobody else. Rejects when the port is taken. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const server = createServer();
  const firstToken = options.firstToken === undefined ? {} : { firstToken: options.firstToken };
  const door = makeDoor({ key: options.key, now: Date.now, ...firstToken });
  const portNow = (): number => (server.address() as AddressInfo | null)?.port ?? 0;
  const guards = makeGuards({ port: portNow, devOrigin: options.devOrigin, door });
  const sockets = options.dispatcher === undefined ? undefined : makeSockets(options.dispatcher, options.tell);
  const origin = (): string => `http://127.0.0.1:${portNow()}`;
  const room: Room = { options, door, guards, sockets, address: () => `${origin()}/open?t=${door.mint()}` };

  server.on('request', (request, response) => {
    answerRequest(room, request, response).catch((error: unknown) => {
      options.tell(error);
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, defect);
    });
  });
  server.on('upgrade', (request, socket, head) => answerUpgrade(room, request, socket, head));
  await listen(server, options.port);
  return { origin: origin(), secret: door.secret, address: room.address, close: () => close(server, sockets) };
}

async function answerRequest(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { guards, options } = room;
  if (!guards.knowsHost(request)) {
    answerText(response, 421, 'This host answers only to its own address, 127.0.0.1.');
    return;
  }
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!guards.knowsOrigin(request, !reads && needsOrigin(request))) {
    answerText(response, 403, 'This host answers only to its own pages.');
    return;
  }
  const url = addressOf(request);
  if (url === undefined) return answerText(response, 400, 'That is no address.');
  if (url.pathname === '/open' && request.method === 'GET') return openSession(room, request, response, url);
  const host = guards.callerOf(request);
  if (host === undefined) {
    if (reads) answer(response, 401, 'text/html; charset=utf-8', lockedPage());
    else answerText(response, 401, 'Nobody let you in. Start Laneway again for a fresh address.');
    return;
  }
  if (host !== 'browser' && url.pathname.startsWith('/host/')) return answerHost(room, request, response, url.pathname);
  const { dispatcher, tell } = options;
  if (dispatcher !== undefined && url.pathname.startsWith('/api/')) {
    if (request.method === 'POST' && url.pathname === '/api/messages' && options.takeMessage !== undefined)
      return answerMessage(request, response, { takeMessage: options.takeMessage, host });
    if (request.method === 'POST') return answerApi(request, response, url.pathname, { dispatcher, host, tell });
    if (url.pathname === '/api/events' && request.method === 'GET') return answerEvents(response, dispatcher);
  }
  if (!reads) return answerText(response, 405, 'Only reading works here.');
  if (dispatcher !== undefined && url.pathname === '/download/ics')
    return answerIcs(response, url.searchParams, { dispatcher, host, tell });
  return answerFront(options.front, response, url.pathname);
}

/** Hands the token over for a cookie, once. A page that has its cookie already goes on with it. */
function openSession(room: Room, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const cookie = room.door.exchange(url.searchParams.get('t') ?? '');
  if (cookie === undefined && !room.door.admitsCookie(request.headers.cookie)) {
    answer(response, 401, 'text/html; charset=utf-8', lockedPage());
    return;
  }
  const crumbs = `${room.door.cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000`;
  answer(response, 303, 'text/plain; charset=utf-8', '', {
    location: '/',
    ...(cookie === undefined ? {} : { 'set-cookie': crumbs }),
  });
}

/** For a second copy and the CLI, by bearer secret alone: is it you, and let one more browser in. */
function answerHost(room: Room, request: IncomingMessage, response: ServerResponse, pathname: string): void {
  if (pathname === '/host/hello' && request.method === 'GET')
    answerJson(response, 200, { laneway: room.options.version, pid: process.pid });
  else if (pathname === '/host/address' && request.method === 'POST')
    answerJson(response, 200, { address: room.address() });
  else answerText(response, 404, 'There is nothing here.');
}

async function answerFront(front: ServeOptions['front'], response: ServerResponse, pathname: string): Promise<void> {
  if ('page' in front) return answer(response, 503, 'text/html; charset=utf-8', front.page);
  const file = await consoleFile(front.folder, pathname);
  if (file !== undefined) return answer(response, 200, file.type, file.body, { 'cache-control': file.cache });
  if (pathname === '/') return answer(response, 503, 'text/html; charset=utf-8', noConsolePage());
  return answerText(response, 404, 'There is nothing here.');
}

function answerUpgrade(room: Room, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { guards, sockets } = room;
  const host = guards.callerOf(request);
  const allowed = guards.knowsHost(request) && guards.knowsOrigin(request, needsOrigin(request));
  if (allowed && host !== undefined && sockets !== undefined && addressOf(request)?.pathname === '/ws') {
    sockets.accept(request, socket, head, host);
    return;
  }
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${host === undefined ? '401 Unauthorized' : '403 Forbidden'}\r\nconnection: close\r\n\r\n`);
}

/** Undefined for a target that is no path, such as `*` or `//other/`. */
function addressOf(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '/';
  if (!target.startsWith('/') || target.startsWith('//')) return undefined;
  return URL.parse(target, 'http://127.0.0.1') ?? undefined;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server, sockets: Sockets | undefined): Promise<void> {
  sockets?.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
