import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Preventable } from './strict.ts';
import type { World } from './world.ts';

/** Life cycle and paths of the application. */
export class App extends EventEmitter {
  readonly name = 'Laneway';
  readonly isPackaged: boolean;
  readonly dock = undefined;
  readonly #world: World;
  readonly #paths: Record<string, string>;
  readonly #whenReady: Promise<void>;
  #quitting = false;

  constructor(world: World) {
    super();
    this.#world = world;
    this.isPackaged = world.options.packaged ?? false;
    const below = (name: string): string => path.join(world.scratch, name);
    this.#paths = {
      home: os.homedir(),
      temp: os.tmpdir(),
      exe: process.execPath,
      appData: world.scratch,
      userData: below('user-data'),
      documents: below('documents'),
      downloads: below('downloads'),
      desktop: below('desktop'),
      logs: below('logs'),
    };
    this.#whenReady = new Promise((resolve) => {
      setTimeout(() => {
        world.ready = true;
        this.emit('ready', {}, {});
        resolve();
      }, 0);
    });
    world.bus.on('window-created', (contents: object, window: object) => {
      this.emit('web-contents-created', {}, contents);
      this.emit('browser-window-created', {}, window);
    });
    world.bus.on('last-window-closed', () => {
      if (this.#quitting) return;
      if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
      else this.quit();
    });
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }
  isReady(): boolean {
    return this.#world.ready;
  }
  getPath(name: string): string {
    const found = this.#paths[name];
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
  setPath(name: string, folder: string): void {
    if (!(name in this.#paths)) throw new Error(`Failed to set path '${name}'`);
    this.#paths[name] = folder;
  }
  getAppPath(): string {
    return this.#world.options.appPath;
  }
  getName(): string {
    return this.name;
  }
  getVersion(): string {
    const text = readFileSync(path.join(this.getAppPath(), 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  }
  getLocale(): string {
    return this.#world.options.locale ?? 'en-US';
  }
  requestSingleInstanceLock(): boolean {
    return this.#world.options.firstInstance ?? true;
  }
  setAppUserModelId(id: string): void {
    this.#world.note('app.setAppUserModelId', id);
  }
  enableSandbox(): void {
    if (this.#world.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.#world.note('app.enableSandbox');
  }
  focus(): void {
    this.#world.note('app.focus');
  }

  /** Same order as Electron: before-quit, then every window closes, then will-quit, then the process ends. */
  quit(): void {
    if (this.#quitting || this.#prevented('before-quit')) return;
    this.#quitting = true;
    for (const window of this.#world.windows) {
      window.close();
      if (!window.isDestroyed()) {
        this.#quitting = false;
        return;
      }
    }
    if (this.#prevented('will-quit')) this.#quitting = false;
    else this.exit(0);
  }
  exit(code = 0): void {
    this.#quitting = true;
    for (const window of this.#world.windows) window.destroy();
    this.emit('quit', {}, code);
    this.#world.exited.resolve(code);
  }

  #prevented(event: string): boolean {
    const details = new Preventable();
    this.emit(event, details);
    return details.defaultPrevented;
  }
}
