// The page's own world: receives what the preload exposes and puts it, deeply frozen, on `window`.
import { openBridge } from './bridge.js';

/** Runs before any script of the page. */
export function startMainWorld(tag) {
  const freeze = (value) => {
    if (value === null || typeof value !== 'object') return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const bridge = openBridge(`${tag}-main`, `${tag}-isolated`, (message) => {
    if (message.type === 'ping') bridge.post({ type: 'hello' });
    if (message.type !== 'expose') return;
    if (Object.hasOwn(window, message.name)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    const value = freeze(bridge.unwrap(message.value));
    Object.defineProperty(window, message.name, { value, configurable: false, enumerable: true, writable: false });
  });
  bridge.post({ type: 'hello' });
}
