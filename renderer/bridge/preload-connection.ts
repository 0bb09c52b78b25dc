import type { Transport } from '../../core/contract/client.ts';
import type { Connection } from './connection.ts';

/** In Electron the preload's frozen object is the transport, and the host lives as long as the window. */
export function preloadConnection(transport: Transport): Connection {
  return {
    call: (kind, name, input) => transport.call(kind, name, input),
    subscribe: (listener) => transport.subscribe(listener),
    state: () => 'open',
    onState: () => () => undefined,
  };
}
