import type { Transport } from '../../core/contract/client.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost';

/** A transport that also says whether anybody listens at the other end. */
export interface Connection extends Transport {
  state(): ConnectionState;
  /** Called after every change of the state. */
  onState(listener: () => void): () => void;
}
