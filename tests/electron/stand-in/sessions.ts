import type { Browser, BrowserContext, Request as PageRequest, Route } from 'playwright';
import { startChromium } from '../chromium.ts';
import { inward } from './addresses.ts';
import { Preventable, strict } from './strict.ts';
import type { World } from './world.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;
type PermissionHandler = ((...details: never[]) => unknown) | null;

/** One browser profile: its schemes, its permissions, its pages. */
export class Session {
  readonly handlers = new Map<string, SchemeHandler>();
  requestHandler: PermissionHandler = null;
  checkHandler: PermissionHandler = null;
  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, handler: SchemeHandler): void => {
      if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      this.handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => void this.handlers.delete(scheme),
    isProtocolHandled: (scheme: string): boolean => this.handlers.has(scheme),
  });

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: PermissionHandler): void {
    this.checkHandler = handler;
  }
}

/** The sessions of one world and the one Chromium below them. */
export class Sessions {
  readonly #world: World;
  readonly #default: Session;
  readonly #strictDefault: Session;
  /** The Chromium that was started for this world alone. */
  #own: Promise<Browser> | undefined;
  #context: Promise<BrowserContext> | undefined;

  constructor(world: World) {
    this.#world = world;
    this.#default = new Session();
    this.#strictDefault = strict('session', this.#default);
  }

  get defaultSession(): Session {
    if (!this.#world.ready) throw new Error('Session can only be received when app is ready');
    return this.#strictDefault;
  }

  /** The Chromium profile in which windows open. */
  context(): Promise<BrowserContext> {
    this.#context ??= this.#open();
    return this.#context;
  }

  async close(): Promise<void> {
    const context = await this.#context;
    await context?.close();
    const browser = await this.#own;
    await browser?.close();
  }

  async #open(): Promise<BrowserContext> {
    const { chromium } = this.#world.options;
    if (typeof chromium === 'string') this.#own ??= startChromium(chromium);
    const browser = typeof chromium === 'string' ? await this.#own : chromium;
    if (browser === undefined) throw new Error('stand-in: there is no Chromium');
    const context = await browser.newContext({ viewport: null });
    await context.route('**/*', (route) => this.#serve(route));
    return context;
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request();
    const address = inward(request.url());
    const page = pageOf(request);
    const owner = page === undefined ? undefined : this.#world.owners.get(page);
    if (owner === undefined) {
      // The first request of a popup; it belongs to no window of ours.
      this.#world.recorded.blocked.push(address);
      return route.abort('blockedbyclient');
    }
    const ofTopFrame = request.isNavigationRequest() && request.frame() === page?.mainFrame();
    if (ofTopFrame && owner.expected !== address.split('#')[0]) {
      const details = Object.assign(new Preventable(), { url: address });
      owner.emit('will-navigate', details, address);
      if (details.defaultPrevented) return route.abort('aborted');
    }
    const handler = this.#default.handlers.get(new URL(address).protocol.slice(0, -1));
    if (handler !== undefined) return fulfil(route, await handler(standardRequest(request, address)));
    if (/^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(address)) return route.continue();
    this.#world.recorded.blocked.push(address);
    return route.abort('internetdisconnected');
  }
}

function pageOf(request: PageRequest): ReturnType<ReturnType<PageRequest['frame']>['page']> | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}

function standardRequest(request: PageRequest, address: string): Request {
  const body = request.postDataBuffer();
  return new Request(address, {
    method: request.method(),
    headers: request.headers(),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  });
}

async function fulfil(route: Route, response: Response): Promise<void> {
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}
