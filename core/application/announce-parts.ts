import type { Op } from '../domain/ops/op.ts';
import type { PartOrder } from '../domain/parts/part.ts';
import type { DomainEvent } from './ports/log-entry.ts';

/** Parts orders that ops add or take away, told to the outside with the change itself: by a command, by undo, by redo. */
export function announceParts(ops: readonly Op[]): readonly DomainEvent[] {
  return ops.flatMap((op) => {
    if (op.entity !== 'workOrder' && op.entity !== 'appointment') return [];
    const { before, after } = ordersOf(op);
    return [
      ...without(after, before).map((order) => eventOf('parts.ordered', op, order)),
      ...without(before, after).map((order) => eventOf('parts.order-withdrawn', op, order)),
    ];
  });
}

type Buyer = Extract<Op, { readonly entity: 'workOrder' | 'appointment' }>;

function ordersOf(op: Buyer): { readonly before: readonly PartOrder[]; readonly after: readonly PartOrder[] } {
  if (op.op === 'insert') return { before: [], after: op.row.ordered };
  if (op.op === 'delete') return { before: op.row.ordered, after: [] };
  return { before: op.before.ordered ?? [], after: op.after.ordered ?? [] };
}

function without(orders: readonly PartOrder[], others: readonly PartOrder[]): readonly PartOrder[] {
  const known = new Set(others.map((order) => JSON.stringify(order)));
  return orders.filter((order) => !known.has(JSON.stringify(order)));
}

function eventOf(name: DomainEvent['name'], op: Buyer, order: PartOrder): DomainEvent {
  const isAppointment = op.entity === 'appointment';
  const workOrderId = isAppointment ? null : op.id;
  return { name, appointmentId: isAppointment ? op.id : '', payload: { ...order, workOrderId } };
}
