import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { alreadyBooked, liveAppointmentOf, stillOpen } from '../work-order-check.ts';

export const cancelWorkOrder: UseCase<'cancelWorkOrder'> = async (tx, args, scene) => {
  const row = await found(tx, 'workOrder', args.id, 'id');
  if (!row.ok) return row;
  const workOrder = row.value;
  const open = stillOpen(workOrder);
  if (!open.ok) return open;
  const live = await liveAppointmentOf(tx, workOrder);
  if (live !== undefined) return alreadyBooked(live.title, live.start);
  const by = scene.actor.name;
  const state = { status: 'cancelled', at: scene.now, by, reason: args.reason } as const;
  return decide(workOrder.title, [update('workOrder', workOrder, { ...workOrder, state })]);
};
