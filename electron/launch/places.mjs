// Where things are, for every part of the launcher.
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder in which the person typed the command; npm itself moves to the project folder. */
export const typedIn = process.env.INIT_CWD ?? root;

/** A file or folder of the project, absolute. */
export const at = (...parts) => path.join(root, ...parts);

/**
 * Where a person's data lives unless `--data` says otherwise: the convention of each system. core/server/data-folder.ts follows the same.
 * @param {string} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function defaultDataDirectory(platform = process.platform, env = process.env, home = os.homedir()) {
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Laneway');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Laneway');
  return path.join(env.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'Laneway');
}
