import { accept, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { update, type Op } from '../domain/ops/op.ts';
import type { PartId, PartNeed, PartOrder, ReservationId } from '../domain/parts/part.ts';
import { addMinutes } from '../domain/time/instant.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import type { WorkOrder } from '../domain/work/work-order.ts';
import type { Reader } from './ports/store.ts';
import { reserve } from './reservations.ts';
import type { Scene } from './use-case.ts';

const DAY = 24 * 60;

/** Work that needs parts: the order is kept on the work order, or on the appointment where there is none. */
export interface PartBuyer {
  readonly appointment: Appointment | null;
  readonly workOrder: WorkOrder | null;
}

/**
 * Sets parts aside for a confirmed appointment and asks for what is missing, once: what was ordered for the same work
 * before is not ordered again. A hold or a request orders nothing. The outside hears of it by the ops (announce-parts).
 */
export async function reserveOrOrder(
  read: Reader,
  scene: Scene,
  buyer: PartBuyer & { readonly appointment: Appointment },
  parts: readonly PartNeed[],
  ids: readonly ReservationId[],
  going: readonly Op[],
): Promise<Outcome<readonly Op[], Refusal>> {
  const reserved = await reserve(read, scene, buyer.appointment, parts, ids, going);
  if (!reserved.ok || buyer.appointment.state.status !== 'confirmed') return reserved;
  const aside = new Map<string, number>();
  for (const op of reserved.value)
    if (op.op === 'insert' && op.entity === 'reservation') aside.set(op.row.stockId, op.row.quantity);
  return accept([...reserved.value, ...(await orderShort(read, scene, buyer, parts, aside))]);
}

/** Asks for what is short of: needed, not in `aside` (quantity by stock) and not ordered for this work before. */
export async function orderShort(
  read: Reader,
  scene: Scene,
  buyer: PartBuyer,
  parts: readonly PartNeed[],
  aside: ReadonlyMap<string, number>,
): Promise<readonly Op[]> {
  const work = buyer.workOrder ?? buyer.appointment;
  if (work === null || parts.length === 0) return [];
  const partIds = [...new Set(parts.map((need) => need.partId))];
  const kept = new Map((await read.getMany('part', partIds)).map((part) => [part.id, part]));
  const orders: PartOrder[] = [];
  for (const stock of await read.stocksAt(work.locationId, partIds)) {
    const part = kept.get(stock.partId);
    if (part === undefined || part.leadTimeDays === 0) continue;
    const quantity = neededOf(parts, part.id) - (aside.get(stock.id) ?? 0) - orderedOf(work.ordered, part.id);
    if (quantity <= 0) continue;
    const expectedAt = addMinutes(scene.now, part.leadTimeDays * DAY);
    orders.push({ partId: part.id, locationId: work.locationId, quantity, at: scene.now, expectedAt });
  }
  if (orders.length === 0) return [];
  const ordered = [...work.ordered, ...orders];
  const { workOrder, appointment } = buyer;
  const ops = [
    workOrder !== null
      ? update('workOrder', workOrder, { ...workOrder, ordered })
      : appointment === null
        ? null
        : update('appointment', appointment, { ...appointment, ordered }),
  ];
  return ops.filter((op) => op !== null);
}

export function neededOf(parts: readonly PartNeed[], partId: PartId): number {
  return parts.reduce((sum, need) => sum + (need.partId === partId ? need.quantity : 0), 0);
}

function orderedOf(orders: readonly PartOrder[], partId: PartId): number {
  return orders.reduce((sum, order) => sum + (order.partId === partId ? order.quantity : 0), 0);
}
