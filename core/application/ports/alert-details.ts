import type { ReadMessage } from '../../contract/messages/read-message.ts';

/** Whoever knows more about an alert than its message says: the alert service. Answers plain JSON; may reject. */
export interface AlertDetails {
  detailsOf(message: ReadMessage, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
}
