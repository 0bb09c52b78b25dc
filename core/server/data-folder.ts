import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** The data folder: the one named, else LANEWAY_DATA, else this system's usual place (as electron/main has it). */
export function dataFolder(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  const wanted = [named, env['LANEWAY_DATA']].find((one) => one !== undefined && one !== '');
  if (wanted !== undefined) return path.resolve(wanted);
  const home = os.homedir();
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Laneway');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Laneway');
  const shared = env['XDG_DATA_HOME'];
  return path.join(shared === undefined || shared === '' ? path.join(home, '.local', 'share') : shared, 'Laneway');
}

/** Makes the folder where there is none; answers a sentence when nothing can be kept there. */
export function makeFolder(folder: string): string | undefined {
  try {
    makeSteps(folder);
    // Rights alone do not tell: some folders of the system take no files from anybody.
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return undefined;
  } catch {
    return `The folder ${folder} cannot be written to. Allow it, or name another one.`;
  }
}

/** Step by step: Node's own recursive way never comes back where the system takes no folders at all, as in /proc. */
function makeSteps(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeSteps(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** Where the built console lies, seen from a program: beside its own bundle, or below `dist` when it runs from source. */
export function consoleFolder(from: string): string {
  const places = ['../renderer', '../../renderer', '../dist/renderer'].map((place) => path.resolve(from, place));
  const built = places.find(
    (place) => path.basename(path.dirname(place)) === 'dist' && existsSync(path.join(place, 'index.html')),
  );
  return built ?? path.resolve(from, '../dist/renderer');
}
