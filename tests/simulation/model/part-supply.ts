import { MINUTE } from '../../../core/domain/time/instant.ts';
import { busy, isStale, type Wanted } from './busy.ts';
import { quantityOf } from './needs.ts';
import { every, type Model } from './rows.ts';
import type { Site } from './site.ts';

/** Whether so many may be taken when the busy time begins that nobody who takes one later goes without. */
export function partsAreThere(model: Model, site: Site, { needs, start, before, own }: Wanted): boolean {
  const needed = quantityOf(needs, site.partId);
  return needed === 0 || spare(model, site, start - before * MINUTE, own) >= needed;
}

function spare(model: Model, site: Site, from: number, own: string | null): number {
  const stocks = every(model.rows, 'stock').filter((one) => one.id === site.stockId);
  const lots = stocks.flatMap((one) =>
    one.arrivals.map(({ at, quantity }) => ({ at: Math.max(at, model.now), quantity })),
  );
  const onHand = stocks.reduce((sum, one) => sum + one.onHand, 0);
  const taken = every(model.rows, 'reservation').flatMap((one) => {
    const appointment = every(model.rows, 'appointment').find(({ id }) => id === one.appointmentId);
    const counts =
      appointment !== undefined && appointment.id !== own && !one.consumed && !isStale(appointment, model.now);
    return counts ? [{ at: busy(appointment, model.now).from, quantity: one.quantity }] : [];
  });
  const sum = (list: readonly { readonly at: number; readonly quantity: number }[], until: number): number =>
    list.reduce((total, one) => total + (one.at <= until ? one.quantity : 0), 0);
  const moments = [from, ...[...lots, ...taken].map((one) => one.at).filter((at) => at > from)];
  return Math.min(...moments.map((at) => onHand + sum(lots, at) - sum(taken, at)));
}
