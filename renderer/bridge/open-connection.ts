import type { Transport } from '../../core/contract/client.ts';
import type { Shell } from '../../core/contract/shell.ts';
import type { Connection } from './connection.ts';
import { preloadConnection } from './preload-connection.ts';
import { webSocketConnection } from './web-socket-connection.ts';

declare global {
  interface Window {
    /** Put there by the preload; missing in a browser. */
    readonly laneway?: Transport & { readonly shell?: Shell };
  }
}

/** The one choice of host: Electron's bridge where there is one, else the server this page came from. */
export function openConnection(page: Window): Connection {
  if (page.laneway !== undefined) return preloadConnection(page.laneway);
  const { protocol, host } = page.location;
  return webSocketConnection(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`);
}
