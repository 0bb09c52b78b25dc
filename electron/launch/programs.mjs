// Finds the two programs a person may or may not have: the Electron binary and a browser.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { at } from './places.mjs';

const ELECTRON = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** Path of the Electron binary, or undefined. Never asks the package itself: that would start a download. */
export function electronBinary() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? at('node_modules', 'electron', 'dist');
  const file = path.resolve(folder, ELECTRON[process.platform] ?? 'electron');
  return existsSync(file) ? file : undefined;
}

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const UNIX = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];

/** A browser of the Chromium family, which can show the console in a window of its own. */
export function chromiumBinary() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  if (process.platform === 'darwin') return MAC.find((file) => existsSync(file));
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return folders.flatMap((folder) => WINDOWS.map((file) => path.join(folder, file))).find((file) => existsSync(file));
  }
  return firstOnPath(UNIX);
}

/** How to open an address here: a window of its own where possible, else the person's default browser, else undefined. */
export function browserCommand(address) {
  if (!hasDisplay()) return undefined;
  const chromium = chromiumBinary();
  // Chromium refuses its sandbox to root; the window shows only our own page from the loopback address.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (chromium !== undefined) return { command: chromium, words: [...asRoot, `--app=${address}`] };
  if (process.platform === 'darwin') return { command: 'open', words: [address] };
  if (process.platform === 'win32') return { command: 'explorer.exe', words: [address] };
  const opener = firstOnPath(['xdg-open', 'firefox']);
  return opener === undefined ? undefined : { command: opener, words: [address] };
}

/** False on a Linux machine without a screen. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The first of the named programs that the PATH knows. */
export function firstOnPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
