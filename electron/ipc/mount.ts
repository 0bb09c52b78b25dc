import { ipcMain, webContents, type IpcMainInvokeEvent } from 'electron';
import type { CallKind, Dispatcher } from '../../core/contract/dispatch.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import type { PaperOutcome, PaperOptions } from '../../core/contract/shell.ts';
import { channels } from './channels.ts';
import { parsePaperOptions } from './paper-options.ts';
import { isTrusted } from './sender.ts';

/** What the main process hands to the windows. */
export interface Mount {
  /** Address prefix of the console; only its top frame is answered. */
  readonly home: string;
  /** The contract; calls that come before it is open wait for it. Undefined when the data cannot be opened. */
  readonly dispatcher: Promise<Dispatcher | undefined>;
  readonly print: (sender: Electron.WebContents, options: Required<PaperOptions>) => Promise<PaperOutcome>;
  readonly savePdf: (sender: Electron.WebContents, options: Required<PaperOptions>) => Promise<PaperOutcome>;
}

const KINDS: readonly CallKind[] = ['command', 'query', 'run', 'cancel'];

/** Puts the contract and the two paper requests on IPC. The only file that touches `ipcMain`. */
export function mount({ home, dispatcher, print, savePdf }: Mount): void {
  const open = dispatcher.catch(() => undefined);
  const trusted = (event: IpcMainInvokeEvent): boolean => isTrusted(event.senderFrame, home);

  ipcMain.handle(channels.call, async (event, kind: unknown, name: unknown, input: unknown): Promise<Reply> => {
    if (!trusted(event)) return refusedSender;
    const known = KINDS.find((candidate) => candidate === kind);
    if (known === undefined || typeof name !== 'string') return unknownName(name);
    const contract = await open;
    if (contract === undefined) return notOpen;
    return contract.call(known, name, input, { host: 'electron' });
  });

  const paper = (channel: string, work: Mount['print']): void => {
    ipcMain.handle(channel, async (event, input: unknown): Promise<PaperOutcome> => {
      const options = trusted(event) ? parsePaperOptions(input) : undefined;
      return options === undefined ? { done: false, why: 'refused' } : work(event.sender, options);
    });
  };
  paper(channels.print, print);
  paper(channels.savePdf, savePdf);
}

/** Sends every event of the contract to every window that shows our console. Answers how to stop. */
export function pushEvents(dispatcher: Dispatcher, home: string): () => void {
  return dispatcher.subscribe((event) => {
    for (const contents of webContents.getAllWebContents()) {
      if (contents.getURL().startsWith(home)) contents.send(channels.event, event);
    }
  });
}

const notOpen: Reply = {
  ok: false,
  error: { kind: 'fault', code: 'unavailable', retryable: false },
  message: 'The data could not be opened.',
};

const refusedSender: Reply = {
  ok: false,
  error: { kind: 'fault', code: 'unavailable', retryable: false },
  message: 'This page may not speak to Laneway.',
};

function unknownName(name: unknown): Reply {
  const shown = typeof name === 'string' ? name.slice(0, 80) : typeof name;
  return { ok: false, error: { kind: 'unknown-name', name: shown }, message: `There is nothing called "${shown}".` };
}
