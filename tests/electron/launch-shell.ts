import path from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Browser } from 'playwright';
import { chromiumPath } from './chromium.ts';
import type { Launched, LaunchOptions } from './launched.ts';
import type { StandIn } from './stand-in/create.ts';
import { load, type LoadOptions } from './stand-in/load.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

export interface ShellOptions extends LaunchOptions, Pick<LoadOptions, 'before' | 'locale' | 'packaged'> {
  /** One that runs already, for those who launch many shells. */
  readonly browser?: Browser;
}

/** Starts the built shell on the stand-in for Electron. Needs Chromium and an up-to-date dist/. */
export async function launchShell(options: ShellOptions): Promise<Launched> {
  const standIn = await loadShell(options);
  const page = await standIn.firstPage();
  await page.waitForFunction(() => 'laneway' in window && document.readyState === 'complete');
  return {
    kind: 'stand-in',
    page,
    evaluate: async (work, argument) => {
      const rebuilt = runInThisContext(`(${work.toString()})`) as (
        electron: object,
        copy: unknown,
      ) => ReturnType<typeof work>;
      return rebuilt(standIn.electron, structuredClone(argument));
    },
    problems: () => standIn.recorded.problems,
    quit: async () => {
      standIn.quit();
      const code = await standIn.exited;
      await standIn.close();
      return code;
    },
  };
}

/** The same, for tests of starts that never show a window. */
export function loadShell({ dataDir, env, browser, ...rest }: ShellOptions): Promise<StandIn> {
  const chromium = browser ?? chromiumPath();
  if (chromium === undefined) throw new Error('There is no Chromium: set CHROMIUM_PATH.');
  return load({ appPath: root, chromium, dataDir, ...(env === undefined ? {} : { env }), ...rest });
}
