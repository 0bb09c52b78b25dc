import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createStandIn, type StandIn } from './create.ts';
import { register } from './registry.ts';
import type { StandInOptions } from './world.ts';

export interface LoadOptions extends StandInOptions {
  readonly dataDir: string;
  /** Main script below `appPath`; the built one by default. */
  readonly main?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs before the main process starts: the place to answer dialogs that come at once. */
  readonly before?: (electron: Readonly<Record<string, object>>) => void;
}

const DEFECTS = ['uncaughtException', 'unhandledRejection'] as const;
let launches = 0;

/**
 * Starts the built main process, untouched, on the stand-in. vite.config.ts has Node itself load this folder, so that the
 * `import()` below is Node's and the hooks apply. Resolves when the main process has finished its own start.
 */
export async function load(options: LoadOptions): Promise<StandIn> {
  launches += 1;
  const tag = `?launch=${launches}`;
  const standIn = createStandIn(options);
  register(tag, standIn.electron);
  options.before?.(standIn.electron);
  const hooks = hookElectron(tag, options.appPath);
  const forget = rememberListeners();
  const restore = setEnvironment({ LANEWAY_DATA: options.dataDir, ...options.env });
  const main = pathToFileURL(path.join(options.appPath, options.main ?? path.join('dist', 'main', 'main.js'))).href;
  const close = async (): Promise<void> => {
    await standIn.close();
    hooks.deregister();
    forget();
  };
  try {
    await import(main + tag);
  } catch (error) {
    await close();
    throw error;
  } finally {
    restore();
  }
  return { ...standIn, close };
}

// The tag travels along: a second launch gets fresh modules of the same build, and each finds its own `electron`.
function hookElectron(tag: string, appPath: string): ReturnType<typeof registerHooks> {
  const surface = new URL(`surface.ts${tag}`, import.meta.url).href;
  const built = pathToFileURL(path.join(appPath, 'dist')).href;
  return registerHooks({
    resolve: (specifier, context, next) => {
      if (context.parentURL?.endsWith(tag) !== true) return next(specifier, context);
      if (specifier === 'electron') return { url: surface, format: 'module-typescript', shortCircuit: true };
      const found = next(specifier, context);
      return found.url.startsWith(built) ? { ...found, url: found.url + tag } : found;
    },
  });
}

// The main process catches defects of its whole process, which here is the test's; those listeners must go with it.
function rememberListeners(): () => void {
  const before = DEFECTS.map((event) => new Set(process.rawListeners(event)));
  return () => {
    DEFECTS.forEach((event, index) => {
      for (const listener of process.rawListeners(event)) {
        if (before[index]?.has(listener) !== true) process.off(event, listener as () => void);
      }
    });
  };
}

function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
