import { BrowserWindow, dialog, screen } from 'electron';
import path from 'node:path';
import { readWindowState, writeWindowState } from './window-state.ts';
import type { Words } from './words.ts';

const PRELOAD = path.join(import.meta.dirname, '..', 'preload', 'preload.cjs');

export interface WindowOptions {
  /** Address of the console. */
  readonly home: string;
  /** File in which the window keeps its place between days. */
  readonly stateFile: string;
  readonly words: Words;
}

/** Opens the console's window where it stood yesterday. It appears when its first picture is ready. */
export function openConsoleWindow({ home, stateFile, words }: WindowOptions): BrowserWindow {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...state.box,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Laneway',
    autoHideMenuBar: true,
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(stateFile, { box: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, words);
  });
  // A window closed while it loads rejects; there is nobody left to tell.
  window.loadURL(home).catch(() => undefined);
  return window;
}

async function offerReload(window: BrowserWindow, words: Words): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.pageGone,
    detail: words.pageGoneDetail,
    buttons: [words.reload, words.quit],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) window.reload();
  else window.close();
}
