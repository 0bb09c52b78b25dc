import type { ReadMessage } from '../../contract/messages/read-message.ts';

/** Whoever knows how a unit is: the health service. Answers plain JSON; may reject. */
export interface UnitHealth {
  healthOf(unit: ReadMessage['unit'], signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
}
