import { existsSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (file: string): string => path.resolve(import.meta.dirname, file);

// Everything is bundled except what is listed here, so the packaged product carries one native package, one of WebAssembly
// that loads a file beside it, and nothing else.
// The last two are optional accelerators that `ws` asks for inside a try block.
const external = ['electron', 'better-sqlite3', 'highs', 'bufferutil', 'utf-8-validate', /^node:/];

/** One bundle for Node or Electron. `entries` maps the output name to the entry file. */
function program(outDir: string, entries: Readonly<Record<string, string>>, format: 'es' | 'cjs'): EnvironmentOptions {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  return {
    consumer: 'server',
    resolve: {
      noExternal: true,
      external: ['electron', 'better-sqlite3', 'highs'],
      conditions: ['node', 'module', 'import', 'default'],
    },
    build: {
      outDir: at(outDir),
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(file)])),
        external,
        platform: 'node',
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/[name]-[hash].${extension}`,
          // A sandboxed preload cannot require a second file.
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

// The workers' files lie beside each program that starts them, under one name.
const workers: Record<string, string> = existsSync(at('core/workers/main.ts'))
  ? { workers: 'core/workers/main.ts', planner: 'core/workers/plan.ts' }
  : {};

const hostPort = Number(process.env['LANEWAY_DEV_HOST_PORT'] ?? 5174);
const hostTarget = `http://127.0.0.1:${hostPort}`;

const builds: Record<string, EnvironmentOptions> = {
  client: {
    build: {
      outDir: at('dist/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      sourcemap: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
    },
  },
  main: program('dist/main', { main: 'electron/main/main.ts', ...workers }, 'es'),
  preload: program('dist/preload', { preload: 'electron/preload/preload.ts' }, 'cjs'),
  host: program('dist/host', { server: 'core/server/main.ts', cli: 'core/cli/main.ts', ...workers }, 'es'),
};

const TESTS = ['tests/**/*.test.ts', 'tests/**/*.test.tsx'];
// These put loader hooks and a stand-in for Electron into their process, which must be their own. All others share two
// processes, so that what they import is read once and not hundreds of times.
const APART = ['tests/electron/**/*.test.ts', 'tests/conformance/electron.test.ts'];
const exclude = [
  // Journeys have Playwright's own runner; long runs and benchmarks have commands of their own.
  'tests/journeys/**',
  'tests/bench/**',
  ...(process.env['LANEWAY_LONG'] === '1' ? [] : ['tests/**/*.long.test.ts']),
];

export default defineConfig(({ mode }) => ({
  root: at('renderer'),
  base: './',
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // changeOrigin: the host answers only to its own Host header. The Origin header stays; the host allows it by --dev-origin.
    proxy: {
      '/ws': { target: hostTarget, changeOrigin: true, ws: true },
      '/open': { target: hostTarget, changeOrigin: true },
      '/api': { target: hostTarget, changeOrigin: true },
      '/download': { target: hostTarget, changeOrigin: true },
    },
  },
  // Vitest would read these as its own settings and then bundle every package into every test.
  ...(mode === 'test' ? {} : { environments: builds }),
  builder: {
    async buildApp(builder) {
      const wanted = Object.values(builder.environments).filter((environment) => environment.name !== 'ssr');
      await Promise.all(wanted.map((environment) => builder.build(environment)));
    },
  },
  test: {
    root: import.meta.dirname,
    projects: [
      { extends: true, test: { name: 'apart', include: APART, exclude } },
      { extends: true, test: { name: 'together', include: TESTS, exclude: [...exclude, ...APART], isolate: false } },
    ],
    pool: 'forks',
    // Two cores are what a build machine has; more workers only make real databases wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Node itself loads the stand-in for electron, so that its loader hooks apply and the built main process runs untouched.
    server: { deps: { external: [/\/tests\/electron\/stand-in\//] } },
  },
}));
