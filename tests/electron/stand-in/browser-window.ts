import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Page } from 'playwright';
import { inward, outward } from './addresses.ts';
import type { IpcMain } from './ipc-main.ts';
import { isolatedWorldSource, mainWorldSource } from './page-source.ts';
import type { Sessions } from './sessions.ts';
import { Preventable, strict } from './strict.ts';
import { WebContents } from './web-contents.ts';
import type { OpenWindow, World } from './world.ts';

const ISOLATED = 'laneway-preload';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowOptions extends Partial<Box> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: {
    readonly preload?: string;
    readonly sandbox?: boolean;
    readonly contextIsolation?: boolean;
    readonly nodeIntegration?: boolean;
    readonly webSecurity?: boolean;
  };
}

/** What a window needs from the application around it. */
export interface WindowSurroundings {
  readonly world: World;
  readonly sessions: Sessions;
  readonly ipc: IpcMain;
}

/** A window: a real page of a real Chromium, with the preload in a real isolated world. */
export class StandInWindow extends EventEmitter implements OpenWindow {
  readonly id: number;
  readonly webContents: WebContents;
  readonly page: Promise<Page>;
  readonly #around: WindowSurroundings;
  #box: Box;
  #visible: boolean;
  #minimized = false;
  #maximized = false;
  #destroyed = false;

  constructor(around: WindowSurroundings, options: WindowOptions = {}) {
    super();
    const { world } = around;
    if (!world.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    const wanted = options.webPreferences ?? {};
    const unsafe =
      wanted.sandbox === false ||
      wanted.contextIsolation === false ||
      wanted.nodeIntegration === true ||
      wanted.webSecurity === false;
    if (unsafe) throw new Error('stand-in: only sandboxed, context-isolated windows without Node are modelled');
    this.#around = around;
    this.id = world.nextId();
    this.#visible = options.show ?? true;
    this.#box = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = new WebContents(world, around.ipc, around.sessions.defaultSession);
    world.windows.add(this);
    this.page = this.#open(wanted.preload);
    this.page.catch((error: unknown) => world.recorded.problems.push(String(error)));
    world.bus.emit('window-created', strict('webContents', this.webContents), this);
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.page;
    this.webContents.expected = address.split('#')[0] ?? '';
    const response = await page.goto(outward(address, this.#around.world.schemes), { waitUntil: 'load' });
    this.webContents.expected = '';
    const status = response?.status() ?? 0;
    if (status >= 400) this.#around.world.recorded.problems.push(`${address} answered ${status}`);
  }
  reload(): void {
    this.webContents.reload();
  }
  show(): void {
    this.#visible = true;
    this.emit('show');
  }
  focus(): void {
    this.emit('focus');
  }
  minimize(): void {
    this.#minimized = true;
  }
  restore(): void {
    this.#minimized = false;
  }
  maximize(): void {
    this.#maximized = true;
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  getNormalBounds(): Box {
    return this.#box;
  }
  setBounds(box: Partial<Box>): void {
    this.#box = { ...this.#box, ...box };
    const { width, height } = this.#box;
    void this.page.then((page) => page.setViewportSize({ width, height }));
  }
  close(): void {
    if (this.#destroyed) return;
    const details = new Preventable();
    this.emit('close', details);
    if (!details.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    const { world } = this.#around;
    this.#destroyed = true;
    this.webContents.destroyed = true;
    world.windows.delete(this);
    void this.page.then((page) => page.close()).catch(() => undefined);
    this.webContents.emit('destroyed');
    this.emit('closed');
    setTimeout(() => {
      if (world.windows.size === 0) world.bus.emit('last-window-closed');
    }, 0);
  }

  async #open(preload: string | undefined): Promise<Page> {
    const { world, sessions } = this.#around;
    const context = await sessions.context();
    const page = await context.newPage();
    world.owners.set(page, this.webContents);
    this.webContents.page = page;
    await page.setViewportSize({ width: this.#box.width, height: this.#box.height });
    await this.#connect(page, preload);
    this.#listen(page);
    return page;
  }

  /** Puts both halves of the bridge into every new document and learns which world is the isolated one. */
  async #connect(page: Page, preload: string | undefined): Promise<void> {
    const contents = this.webContents;
    const cdp = await page.context().newCDPSession(page);
    contents.cdp = cdp;
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    const topFrame = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === ISOLATED && context.auxData?.['frameId'] === topFrame) contents.isolated = context.id;
    });
    cdp.on('Runtime.executionContextsCleared', () => (contents.isolated = undefined));
    cdp.on('Runtime.bindingCalled', (call) => {
      if (call.name === '__laneway_call') void contents.receive(call.payload, call.executionContextId);
    });
    cdp.on('Page.windowOpen', ({ url, windowName }) => {
      const address = inward(url);
      const answer = contents.openHandler?.({ url: address, frameName: windowName }) ?? { action: 'allow' };
      if (answer.action !== 'deny') this.#around.world.recorded.problems.push(`a popup was allowed: ${address}`);
    });
    await cdp.send('Runtime.addBinding', { name: '__laneway_call', executionContextName: ISOLATED });
    const tag = `laneway-${randomBytes(9).toString('hex')}`;
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(tag) });
    if (preload === undefined) return;
    const source = isolatedWorldSource(tag, preload);
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: ISOLATED, source });
  }

  #listen(page: Page): void {
    const { problems } = this.#around.world.recorded;
    page.on('load', () => {
      this.webContents.emit('did-finish-load', {});
      if (!this.#destroyed) this.emit('ready-to-show');
    });
    page.on('crash', () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('popup', (popup) => void popup.close());
    page.on('close', () => this.destroy());
  }
}
