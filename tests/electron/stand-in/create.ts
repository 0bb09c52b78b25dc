import { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { App } from './app.ts';
import { StandInWindow, type WindowOptions } from './browser-window.ts';
import { IpcMain } from './ipc-main.ts';
import { menuOfApplication } from './menu.ts';
import { Sessions } from './sessions.ts';
import { strict, unscripted } from './strict.ts';
import { World, type Recorded, type StandInOptions } from './world.ts';

/** What a test holds of one launched stand-in. */
export interface StandIn {
  /** What the main process gets when it imports `electron`. */
  readonly electron: Readonly<Record<string, object>>;
  readonly recorded: Recorded;
  readonly exited: Promise<number>;
  /** The page of the first window, when there is one. */
  firstPage(): Promise<Page>;
  quit(): void;
  /** Closes Chromium and removes what was written beside the data. */
  close(): Promise<void>;
}

/** Stands in for Electron: real Chromium pages, a real isolated world, real PDFs. What is not modelled throws. */
export function createStandIn(options: StandInOptions): StandIn {
  const world = new World(options);
  const app = new App(world);
  const sessions = new Sessions(world);
  const ipc = new IpcMain();
  const windows = (): StandInWindow[] => [...world.windows].filter((one) => one instanceof StandInWindow);

  class BrowserWindow extends StandInWindow {
    constructor(wanted: WindowOptions = {}) {
      super({ world, sessions, ipc }, wanted);
      return strict('BrowserWindow', this);
    }
    static getAllWindows(): StandInWindow[] {
      return windows();
    }
    static fromWebContents(contents: { readonly id: number }): StandInWindow | null {
      return windows().find((window) => window.webContents.id === contents.id) ?? null;
    }
  }

  class Notification extends EventEmitter {
    readonly #shown: { readonly title: string; readonly body: string };
    constructor(wanted: { readonly title?: string; readonly body?: string } = {}) {
      super();
      this.#shown = { title: wanted.title ?? '', body: wanted.body ?? '' };
    }
    static isSupported(): boolean {
      return true;
    }
    show(): void {
      world.recorded.notifications.push(this.#shown);
    }
  }

  const protocol = {
    registerSchemesAsPrivileged: (list: readonly { readonly scheme: string }[]): void => {
      if (world.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const { scheme } of list) world.schemes.add(scheme);
    },
    handle: (...words: Parameters<typeof sessions.defaultSession.protocol.handle>): void =>
      sessions.defaultSession.protocol.handle(...words),
  };

  const electron = {
    app: strict('app', app),
    BrowserWindow: strict('BrowserWindow', BrowserWindow),
    ipcMain: strict('ipcMain', ipc),
    Menu: strict('Menu', menuOfApplication()),
    Notification,
    protocol: strict('protocol', protocol),
    session: strict('session', {
      get defaultSession() {
        return sessions.defaultSession;
      },
    }),
    webContents: strict('webContents', { getAllWebContents: () => windows().map((window) => window.webContents) }),
    screen: strict('screen', {
      getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
    }),
    shell: strict('shell', {
      openExternal: async (address: string): Promise<void> => world.note('shell.openExternal', address),
      openPath: async (place: string): Promise<string> => {
        world.note('shell.openPath', place);
        return '';
      },
    }),
    dialog: strict('dialog', {
      showOpenDialog: unscripted('dialog.showOpenDialog'),
      showSaveDialog: unscripted('dialog.showSaveDialog'),
      showMessageBox: unscripted('dialog.showMessageBox'),
      showErrorBox: (title: string, text: string): void => void world.recorded.problems.push(`${title}: ${text}`),
    }),
  };

  return {
    electron,
    recorded: world.recorded,
    exited: world.exited.promise,
    firstPage: async () => {
      const [window] = windows();
      if (window === undefined) throw new Error('stand-in: there is no window');
      return window.page;
    },
    quit: () => app.quit(),
    close: async () => {
      for (const window of windows()) window.destroy();
      await sessions.close();
      rmSync(world.scratch, { recursive: true, force: true });
    },
  };
}
