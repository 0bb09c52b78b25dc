// The module `electron` as the main process sees it. A name that is missing here fails while linking, loudly.
import { surfaceOf } from './registry.ts';

export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  screen,
  session,
  shell,
  webContents,
} = surfaceOf(import.meta.url);
