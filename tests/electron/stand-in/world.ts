import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';

export interface StandInOptions {
  /** Folder that holds package.json and dist/. */
  readonly appPath: string;
  /** The Chromium to start for this launch, or one that runs already and stays. */
  readonly chromium: string | Browser;
  readonly packaged?: boolean;
  /** False: another instance holds the lock. */
  readonly firstInstance?: boolean;
  readonly locale?: string;
}

/** A window as the rest of the stand-in needs to know it. */
export interface OpenWindow {
  readonly page: Promise<Page>;
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
}

/** What a request's page belongs to, for routing and navigation events. */
export interface PageOwner {
  /** Address that the main process itself asked for; a navigation to it is not the page's own doing. */
  expected: string;
  emit(event: string, ...details: unknown[]): boolean;
}

/** What happened, for tests to look at. */
export interface Recorded {
  readonly calls: { readonly api: string; readonly words: readonly unknown[] }[];
  readonly notifications: { readonly title: string; readonly body: string }[];
  /** Addresses that were kept from leaving the machine. */
  readonly blocked: string[];
  /** Errors of pages, and uses of the interface that Electron would punish later. */
  readonly problems: string[];
}

/** Everything one launched application shares. There is one world for each launch. */
export class World {
  ready = false;
  readonly bus = new EventEmitter();
  readonly windows = new Set<OpenWindow>();
  readonly owners = new Map<Page, PageOwner>();
  readonly schemes = new Set<string>();
  readonly exited = Promise.withResolvers<number>();
  readonly recorded: Recorded = { calls: [], notifications: [], blocked: [], problems: [] };
  readonly scratch = mkdtempSync(path.join(os.tmpdir(), 'laneway-stand-in-'));
  readonly options: StandInOptions;
  #last = 0;

  constructor(options: StandInOptions) {
    this.options = options;
  }

  /** A number for a window or its contents, never used twice. */
  nextId(): number {
    this.#last += 1;
    return this.#last;
  }

  note(api: string, ...words: unknown[]): void {
    this.recorded.calls.push({ api, words });
  }
}
