// `npm start`: Electron where its binary is, else the same console in a browser, else an address to open.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { buildIfStale } from './build.mjs';
import { fetchElectron } from './fetch-electron.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { at, root, typedIn } from './places.mjs';
import { browserCommand, electronBinary, hasDisplay } from './programs.mjs';
import { environment, say } from './run.mjs';
import { startOptions } from './start-options.mjs';

export async function start(words) {
  const options = startOptions(words);
  const code = await buildIfStale();
  if (code !== 0) return code;
  const env = environment();
  if (options.data !== undefined) env.LANEWAY_DATA = path.resolve(typedIn, options.data);
  const binary = options.browser ? undefined : (electronBinary() ?? fetchElectron());
  if (binary !== undefined && hasDisplay())
    return untilExit(spawn(binary, ['.'], { stdio: 'inherit', cwd: root, env }));
  if (!options.browser) say(`${whyNoElectron(binary)}; the same console opens in the browser.`);
  return serve(options, env);
}

function whyNoElectron(binary) {
  return binary === undefined
    ? 'The Electron binary is not here ("npx install-electron" fetches it)'
    : 'There is no screen for a window';
}

/** Runs the loopback host until it ends, and opens a browser once it says where it listens. */
function serve(options, env) {
  const words = [
    at('dist/host/server.js'),
    '--data',
    env.LANEWAY_DATA,
    ...(options.port === undefined ? [] : ['--port', String(options.port)]),
    ...(options.at === undefined ? [] : ['--at', options.at]),
  ];
  const host = spawn(pinnedNode(), words, { stdio: ['inherit', 'pipe', 'inherit'], cwd: root, env });
  let heard = '';
  let opened = false;
  host.stdout.setEncoding('utf8').on('data', (text) => {
    heard += text;
    const address = /^ready (\S+)\s*$/m.exec(heard)?.[1];
    if (address === undefined || opened) return;
    opened = true;
    open(address, options);
  });
  return untilExit(host);
}

function open(address, options) {
  const print = () => process.stdout.write(`Laneway is ready. Open ${address}\n`);
  const browser = options.open ? browserCommand(address) : undefined;
  if (browser === undefined) {
    print();
    return;
  }
  const child = spawn(browser.command, browser.words, { stdio: 'ignore', detached: true });
  // A browser that cannot start ends at once; then a person still gets the address.
  child.on('error', print);
  child.on('exit', (code) => {
    if (code !== 0) print();
  });
  child.on('spawn', () =>
    process.stdout.write(`Laneway is open in the browser (${new URL(address).origin}). Ctrl+C ends it.\n`),
  );
  child.unref();
}

function untilExit(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`${child.spawnfile} did not start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}
