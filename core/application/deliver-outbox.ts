import type { Instant } from '../domain/time/instant.ts';
import type { Outbox, OutboxEntry } from './ports/outbox.ts';

const BATCH = 100;

/**
 * Tells the outside everything that waits, one after the other and in order. Stops at the first that does not get
 * through, so that nothing overtakes it, and rejects with its error. Answers how many arrived.
 */
export async function deliverOutbox(
  outbox: Outbox,
  tell: (event: OutboxEntry) => Promise<void>,
  now: () => Instant,
): Promise<number> {
  let arrived = 0;
  for (;;) {
    const waiting = await outbox.pending(BATCH);
    for (const event of waiting) {
      await tell(event);
      await outbox.markDelivered(event.sequence, event.ordinal, now());
      arrived += 1;
    }
    if (waiting.length < BATCH) return arrived;
  }
}
