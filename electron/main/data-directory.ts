import os from 'node:os';
import path from 'node:path';

/** What decides where the data lives. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/**
 * The data folder: `--data DIR`, else LANEWAY_DATA, else the convention of the system. The launcher follows the same
 * convention (electron/launch/places.mjs), so that the window and the browser show one and the same organization.
 */
export function dataDirectory({ argv, env, platform }: Surroundings): string {
  const named = flag(argv) ?? env['LANEWAY_DATA'];
  if (named !== undefined && named !== '') return path.resolve(named);
  const home = os.homedir();
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Laneway');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Laneway');
  const shared = env['XDG_DATA_HOME'];
  return path.join(shared === undefined || shared === '' ? path.join(home, '.local', 'share') : shared, 'Laneway');
}

function flag(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = argv[at];
  if (word === undefined) return undefined;
  return word === '--data' ? argv[at + 1] : word.slice('--data='.length);
}
