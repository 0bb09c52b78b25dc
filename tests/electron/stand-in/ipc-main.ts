import { EventEmitter } from 'node:events';

export type Handler = (event: object, ...words: unknown[]) => unknown;

/** The main process's side of IPC. */
export class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...words) => {
      this.handlers.delete(channel);
      return handler(event, ...words);
    });
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}
