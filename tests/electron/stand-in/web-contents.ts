import { EventEmitter } from 'node:events';
import type { CDPSession, Page } from 'playwright';
import { inward } from './addresses.ts';
import type { IpcMain } from './ipc-main.ts';
import { decode, encode } from './page/codec.js';
import { chromiumPdfOptions, type PdfOptions } from './paper-sizes.ts';
import { unscripted } from './strict.ts';
import type { PageOwner, World } from './world.ts';

type OpenHandler = (details: { readonly url: string; readonly frameName: string }) => { readonly action: string };

interface FromPage {
  readonly kind: 'invoke' | 'send';
  readonly channel: string;
  readonly id: number;
  readonly text: string;
}

/** What a window shows, and the main process's way to speak to it. */
export class WebContents extends EventEmitter implements PageOwner {
  readonly id: number;
  readonly session: object;
  expected = '';
  destroyed = false;
  page: Page | undefined;
  cdp: CDPSession | undefined;
  /** Chromium's number of the isolated world of the document shown now. */
  isolated: number | undefined;
  openHandler: OpenHandler | undefined;
  /** A printer is a dialog: the test replaces this. */
  print: (options: object, answer: (success: boolean, reason: string) => void) => void;
  readonly #shared: IpcMain;

  constructor(world: World, ipc: IpcMain, session: object) {
    super();
    this.id = world.nextId();
    this.session = session;
    this.#shared = ipc;
    this.print = unscripted('webContents.print');
  }

  get mainFrame(): { readonly url: string; readonly parent: null; readonly routingId: number } {
    return { url: this.getURL(), parent: null, routingId: this.id };
  }
  getURL(): string {
    return inward(this.page?.url() ?? '');
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.expected = this.getURL().split('#')[0] ?? '';
    void this.page?.reload().then(() => (this.expected = ''));
  }
  send(channel: string, ...words: unknown[]): void {
    void this.#deliver('event', channel, encode(words), this.isolated);
  }
  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    if (this.cdp === undefined) throw new Error('Failed to generate PDF: there is no page yet');
    // The same code in Chromium that Electron calls.
    const { data } = await this.cdp.send('Page.printToPDF', { ...chromiumPdfOptions(options) });
    return Buffer.from(data, 'base64');
  }

  /** Called when the preload's ipcRenderer speaks. */
  async receive(payload: string, context: number): Promise<void> {
    const { kind, channel, id, text } = JSON.parse(payload) as FromPage;
    const words = decode(text) as unknown[];
    const event = { sender: this, senderFrame: this.mainFrame, processId: 1, frameId: this.id };
    if (kind === 'send') {
      this.#shared.emit(channel, event, ...words);
      return;
    }
    try {
      const handler = this.#shared.handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      await this.#deliver('answer', id, encode(await handler(event, ...words)), context);
    } catch (error) {
      const told = new Error(`Error invoking remote method '${channel}': ${String(error)}`);
      await this.#deliver('failure', id, encode(told), context);
    }
  }

  // Like Electron, a message to a document that is gone is dropped.
  async #deliver(kind: string, key: string | number, text: string, context: number | undefined): Promise<void> {
    if (this.cdp === undefined || context === undefined) return;
    await this.cdp
      .send('Runtime.callFunctionOn', {
        executionContextId: context,
        functionDeclaration: 'function (kind, key, text) { globalThis.__laneway_deliver(kind, key, text); }',
        arguments: [{ value: kind }, { value: key }, { value: text }],
      })
      .catch(() => undefined);
  }
}
