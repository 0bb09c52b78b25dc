// `npm run dev`: the console with hot reload from Vite; the host straight from TypeScript, restarted by `node --watch` when
// core changes. With an Electron binary and no `--browser`, the window and its main process are rebuilt on change instead.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { createBuilder, createServer } from 'vite';
import { at, root, typedIn } from './places.mjs';
import { browserCommand, electronBinary, hasDisplay } from './programs.mjs';
import { environment, say } from './run.mjs';
import { startOptions } from './start-options.mjs';

const HOST_PORT = 5174;
const options = startOptions(process.argv.slice(2));
const children = new Set();
const env = environment();
// Development never touches a person's real data.
env.LANEWAY_DATA =
  options.data === undefined ? at('node_modules', '.cache', 'laneway-dev') : path.resolve(typedIn, options.data);
// The same token over restarts of the host, so that the open page stays signed in.
env.LANEWAY_TOKEN = randomBytes(24).toString('base64url');
process.env.LANEWAY_DEV_HOST_PORT = String(HOST_PORT);

const configFile = at('vite.config.ts');
const server = await createServer({
  configFile,
  ...(options.port === undefined ? {} : { server: { port: options.port } }),
});
await server.listen();
const page = `http://127.0.0.1:${server.config.server.port}`;
const binary = options.browser || !hasDisplay() ? undefined : electronBinary();
if (binary === undefined) startHost();
else await startElectron(binary);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());

function startHost() {
  const words = [
    '--watch',
    '--watch-preserve-output',
    'core/server/main.ts',
    '--data',
    env.LANEWAY_DATA,
    '--port',
    String(HOST_PORT),
    '--dev-origin',
    page,
  ];
  const host = start(process.execPath, words, ['ignore', 'pipe', 'inherit']);
  let opened = false;
  host.stdout.setEncoding('utf8').on('data', (text) => {
    const address = /^ready (\S+)\s*$/m.exec(text)?.[1];
    if (address === undefined) {
      process.stdout.write(text);
      return;
    }
    const shown = page + address.slice(new URL(address).origin.length);
    process.stdout.write(`Development console: ${shown}\n`);
    const browser = opened || !options.open ? undefined : browserCommand(shown);
    opened = true;
    if (browser !== undefined)
      spawn(browser.command, browser.words, { stdio: 'ignore', detached: true })
        .on('error', () => undefined)
        .unref();
  });
}

async function startElectron(file) {
  env.LANEWAY_DEV_URL = page;
  const builder = await createBuilder({ configFile });
  let window;
  for (const name of ['preload', 'main']) {
    const environmentOfVite = builder.environments[name];
    environmentOfVite.config.build.watch = {};
    const watcher = await builder.build(environmentOfVite);
    watcher.on('event', (event) => {
      if (event.code !== 'BUNDLE_END') return;
      void event.result?.close();
      if (name !== 'main' && window === undefined) return;
      window?.kill();
      window = start(file, ['.'], ['ignore', 'inherit', 'inherit']);
    });
  }
}

function start(command, words, stdio) {
  const child = spawn(command, words, { cwd: root, env, stdio });
  children.add(child);
  child.on('error', (error) => say(`${command} did not start: ${error.message}`));
  child.on('exit', () => children.delete(child));
  return child;
}

async function stop() {
  for (const child of children) child.kill();
  await server.close();
  process.exit(0);
}
