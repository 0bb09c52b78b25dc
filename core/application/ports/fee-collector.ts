import type { Fee } from '../../domain/work/fee.ts';

/**
 * Whoever gets the money in: an invoice system, a payment service, a person with a list. Told after the commit, at most
 * once for each change; it reads `fees` to catch up. What it collected comes back as `settleFee`.
 */
export interface FeeCollector {
  /** A fee came, or its state changed. */
  changed(fee: Fee): void;
  /** The step that made it was taken back. */
  gone(feeId: string): void;
}
