// The isolated world: gives the untouched preload its `require`, its `process`, and an ipcRenderer that speaks to Node over
// the binding `__laneway_call`. Node answers through `__laneway_deliver`.
import { openBridge } from './bridge.js';
import { decode, encode } from './codec.js';

/** Runs the preload. `preload` is its source as a function of what CommonJS offers it. */
export function startIsolatedWorld(tag, platform, preload) {
  const waiting = new Map();
  const listeners = new Map();
  const early = [];
  let connected = false;
  let last = 0;

  const bridge = openBridge(`${tag}-isolated`, `${tag}-main`, (message) => {
    if (message.type !== 'hello') return;
    connected = true;
    for (const waitingMessage of early.splice(0)) bridge.post(waitingMessage);
  });
  // Answered at once when the page's half is already there; otherwise its own hello comes.
  bridge.post({ type: 'ping' });

  globalThis.__laneway_deliver = (kind, key, text) => {
    const value = decode(text);
    if (kind === 'event') {
      for (const listener of listeners.get(key) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...value);
      return;
    }
    const call = waiting.get(key);
    waiting.delete(key);
    if (kind === 'answer') call?.resolve(value);
    else call?.reject(value);
  };
  const toNode = (message) => globalThis.__laneway_call(JSON.stringify(message));

  const ipcRenderer = {
    invoke: (channel, ...words) =>
      new Promise((resolve, reject) => {
        const text = encode(words);
        last += 1;
        waiting.set(last, { resolve, reject });
        toNode({ kind: 'invoke', channel, id: last, text });
      }),
    send: (channel, ...words) => toNode({ kind: 'send', channel, id: 0, text: encode(words) }),
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: (channel, listener) => {
      const left = [...(listeners.get(channel) ?? [])];
      if (left.includes(listener)) left.splice(left.lastIndexOf(listener), 1);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (name, value) => {
      const message = { type: 'expose', name, value: bridge.wrap(value) };
      if (connected) bridge.post(message);
      else early.push(message);
    },
  };
  const electron = { contextBridge, ipcRenderer };
  // A sandboxed preload gets electron and nothing else; a second file or a package fails as it does there.
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const process = { platform, env: {}, argv: [], contextIsolated: true, sandboxed: true, type: 'renderer' };
  const module = { exports: {} };
  preload(require, module, module.exports, process);
}
