import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { insert, type Op } from '../../domain/ops/op.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { asideNow } from '../parts-aside.ts';
import type { Reader } from '../ports/store.ts';
import { foundAll, invalid, isNew } from '../refusals.ts';
import { promisable } from '../reservations.ts';
import type { Scene } from '../use-case.ts';

type Brought = NonNullable<ParsedArgs<'bookAppointment'>['imported']>['reservations'];

/** The same parts set aside as before, as far as the stocks can promise them. Nothing is ordered: that was done. */
export async function broughtParts(
  read: Reader,
  scene: Scene,
  { id: appointmentId, organizationId, locationId }: Appointment,
  wanted: Brought,
): Promise<Outcome<readonly Op[], Refusal>> {
  if (wanted.length === 0) return accept([]);
  const stockIds = wanted.map((one) => one.stockId);
  const stocks = await foundAll(read, 'stock', stockIds, (index) => `imported.reservations.${index}.stockId`);
  if (!stocks.ok) return stocks;
  const strange = stocks.value.findIndex((stock) => stock.locationId !== locationId);
  if (strange >= 0) return invalid(`imported.reservations.${strange}.stockId`, 'must belong to the location');
  const aside = new Map((await asideNow(read, scene, locationId, stockIds)).written);
  const ops: Op[] = [];
  for (const [index, { id, stockId, quantity: asked }] of wanted.entries()) {
    const fresh = await isNew(read, 'reservation', id);
    if (!fresh.ok) return fresh;
    const stock = stocks.value[index];
    const quantity = stock === undefined ? 0 : Math.min(asked, promisable(stock, aside));
    if (quantity <= 0) continue;
    aside.set(stockId, (aside.get(stockId) ?? 0) + quantity);
    ops.push(insert('reservation', { id, organizationId, stockId, appointmentId, quantity, consumed: false }));
  }
  return accept(ops);
}
