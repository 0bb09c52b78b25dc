import { addMinutes, instant, minutes } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { everOf, setAsideOf } from './parts.ts';
import { idleOf } from './setting-aside.ts';
import { needsOf, quantityOf } from './needs.ts';
import { isFinal, standsFor } from './placing.ts';
import { changed, every, row, type AppointmentRow, type Model, type OrderRow, type Row } from './rows.ts';
import type { Site } from './site.ts';

type Args = AskOf<'openWorkOrder'>['args'];

export function openOrder(model: Model, _site: Site, { args }: AskOf<'openWorkOrder'>): Answer {
  const wrong = misnamed(model, args);
  if (wrong !== null) return wrong;
  if (model.rows.has(args.id)) return refused('already-exists');
  return accepted(changed(model.rows, [orderOf(args, { state: { status: 'open' }, ordered: [] })]));
}

/** Whatever it is called by what it took from the order follows the order. */
export function updateOrder(model: Model, _site: Site, { args }: AskOf<'updateWorkOrder'>): Answer {
  const before = row(model.rows, 'workOrder', args.id);
  if (before === undefined) return refused('not-found');
  if (before.state.status !== 'open') return refused('final-status');
  const wrong = misnamed(model, args);
  if (wrong !== null) return wrong;
  const after = orderOf(args, before);
  const live = every(model.rows, 'appointment').filter((one) => one.workOrderId === before.id && !isFinal(one));
  return accepted(changed(model.rows, [after, ...live.map((one) => followed(one, before, after))]));
}

export function cancelOrder(model: Model, _site: Site, { args }: AskOf<'cancelWorkOrder'>): Answer {
  const order = row(model.rows, 'workOrder', args.id);
  if (order === undefined) return refused('not-found');
  if (order.state.status !== 'open') return refused('final-status');
  if (standsFor(model.rows, order.id)) return refused('already-booked');
  const state = { status: 'cancelled', at: model.now, by: model.who, reason: args.reason } as const;
  return accepted(changed(model.rows, [{ ...order, state }]));
}

/** Asks for what is neither set aside for it, nor there for anybody, nor ordered. */
export function orderParts(model: Model, site: Site, { args }: AskOf<'orderParts'>): Answer {
  const { rows, now } = model;
  const order = row(rows, 'workOrder', args.workOrderId);
  if (order === undefined) return refused('not-found');
  if (order.state.status !== 'open') return refused('final-status');
  const needed = quantityOf(needsOf(rows, { workOrderId: order.id, serviceTypeId: null }), site.partId);
  const live = every(rows, 'appointment').filter((one) => one.workOrderId === order.id && !isFinal(one));
  const there = live.every((one) => one.state.status === 'requested')
    ? Math.max(0, everOf(rows, site.stockId) - (setAsideOf(rows, site.stockId) - idleOf(model, site.stockId)))
    : live.reduce((sum, one) => sum + asideFor(model, one), 0);
  const ordered = order.ordered.reduce((sum, one) => sum + one.quantity, 0);
  const quantity = needed - Math.min(there, needed) - ordered;
  const days = row(rows, 'part', site.partId)?.leadTimeDays ?? 0;
  if (quantity <= 0 || days === 0) return refused('invalid-input');
  const { partId, locationId } = site;
  const fresh = { partId, locationId, quantity, at: now, expectedAt: addMinutes(now, days * 24 * 60) };
  return accepted(changed(rows, [{ ...order, ordered: [...order.ordered, fresh] }]));
}

function asideFor({ rows }: Model, { id }: AppointmentRow): number {
  return every(rows, 'reservation').reduce((sum, one) => sum + (one.appointmentId === id ? one.quantity : 0), 0);
}

/** Everything named is there, and the unit is the customer's. */
function misnamed(model: Model, { customerId, unitId }: Args): Answer | null {
  if (customerId !== null && row(model.rows, 'customer', customerId) === undefined) return refused('not-found');
  const unit = row(model.rows, 'unit', unitId);
  if (unitId !== null && unit === undefined) return refused('not-found');
  return unit === undefined || unit.customerId === customerId ? null : refused('invalid-input');
}

function orderOf(args: Args, kept: Pick<OrderRow, 'state' | 'ordered'>): OrderRow {
  const { title, priority, due } = args;
  return {
    entity: 'workOrder',
    id: asId(args.id),
    title,
    priority,
    duration: minutes(args.duration),
    skills: args.skills,
    capabilities: args.capabilities,
    parts: args.parts.map((one) => ({ ...one, partId: asId(one.partId) })),
    due: due === null ? null : instant(due),
    serviceTypeId: args.serviceTypeId === null ? null : asId(args.serviceTypeId),
    customerId: args.customerId === null ? null : asId(args.customerId),
    unitId: args.unitId === null ? null : asId(args.unitId),
    state: kept.state,
    ordered: kept.ordered,
  };
}

/** Words that were changed on the appointment itself stay. */
function followed(one: AppointmentRow, before: OrderRow, after: OrderRow): Row {
  const { serviceTypeId, customerId, unitId, title, priority } = after;
  return {
    ...one,
    serviceTypeId,
    customerId,
    unitId,
    ...(one.title === before.title ? { title } : {}),
    ...(one.priority === before.priority ? { priority } : {}),
  };
}
