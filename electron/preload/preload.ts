import { contextBridge, ipcRenderer } from 'electron';
import type { CallKind } from '../../core/contract/dispatch.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import type { PaperOptions, PaperOutcome } from '../../core/contract/shell.ts';
import { channels } from '../ipc/channels.ts';

// The bridge freezes what it exposes, deeply; freezing here as well keeps that promise readable. Nothing of Electron crosses:
// not the event object, not a channel name of the page's own choice.
contextBridge.exposeInMainWorld(
  'laneway',
  Object.freeze({
    call: (kind: CallKind, name: string, input: unknown): Promise<Reply> =>
      ipcRenderer.invoke(channels.call, kind, name, input) as Promise<Reply>,
    subscribe: (listener: (frame: unknown) => void): (() => void) => {
      const forward = (_event: unknown, frame: unknown): void => listener(frame);
      ipcRenderer.on(channels.event, forward);
      return () => {
        ipcRenderer.off(channels.event, forward);
      };
    },
    shell: Object.freeze({
      platform: process.platform,
      print: (options: PaperOptions): Promise<PaperOutcome> =>
        ipcRenderer.invoke(channels.print, options) as Promise<PaperOutcome>,
      savePdf: (options: PaperOptions): Promise<PaperOutcome> =>
        ipcRenderer.invoke(channels.savePdf, options) as Promise<PaperOutcome>,
    }),
  }),
);
