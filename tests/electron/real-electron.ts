import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { _electron } from 'playwright';
import type { Launch } from './launched.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const NAMES: Readonly<Record<string, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** A usable Electron binary, or why there is none. The package itself is never asked: that would start a download. */
export function findElectron(): { readonly binary: string } | { readonly missing: string } {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'node_modules', 'electron', 'dist');
  const binary = path.join(folder, NAMES[process.platform] ?? 'electron');
  if (!existsSync(binary)) return { missing: 'its binary is not here ("npx install-electron" fetches it)' };
  const wanted = versionIn(path.join(root, 'node_modules', 'electron', 'package.json'));
  const note = path.join(folder, 'version');
  const found = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return found === wanted ? { binary } : { missing: `its binary is ${found}, package.json pins ${wanted}` };
}

/** Starts the built shell on a real binary, unpackaged: the fuses of a release forbid the inspector this needs. */
export function launchReal(binary: string): Launch {
  return async ({ dataDir, env = {} }) => {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath: binary,
      args: [root, `--data=${dataDir}`, ...asRoot],
      env: { ...definedOnly(process.env), ...env },
    });
    const problems: string[] = [];
    const page = await app.firstWindow();
    page.on('pageerror', (error) => problems.push(error.message));
    await page.waitForFunction(() => 'laneway' in window && document.readyState === 'complete');
    return {
      kind: 'real',
      page,
      evaluate: (work, argument) => app.evaluate(work as never, argument as never),
      problems: () => problems,
      quit: async () => {
        const ended = new Promise<number>((resolve) => app.process().once('exit', (code) => resolve(code ?? -1)));
        await app.evaluate((electron) => void setTimeout(() => electron.app.quit(), 0));
        return ended;
      },
    };
  };
}

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
