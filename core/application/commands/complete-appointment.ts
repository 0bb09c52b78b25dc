import { update, type Op } from '../../domain/ops/op.ts';
import { consume } from '../reservations.ts';
import { decide, invalid } from '../refusals.ts';
import { hasHappened, mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

/** The parts set aside leave the stock, and the work order is done. */
export const completeAppointment: UseCase<'completeAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'completed', ['in-progress']);
  if (!row.ok) return row;
  const appointment = row.value;
  const happened = hasHappened(args.at, scene);
  if (!happened.ok) return happened;
  const startedAt = appointment.state.status === 'in-progress' ? appointment.state.startedAt : appointment.start;
  if (args.at < startedAt) return invalid('at', 'must not be before the work started');
  const consumed = await consume(tx, appointment);
  if (!consumed.ok) return consumed;
  const state = { status: 'completed', startedAt, endedAt: args.at } as const;
  const ops: (Op | null)[] = [update('appointment', appointment, { ...appointment, state }), ...consumed.value];
  const workOrder = appointment.workOrderId === null ? undefined : await tx.get('workOrder', appointment.workOrderId);
  if (workOrder?.state.status === 'open')
    ops.push(update('workOrder', workOrder, { ...workOrder, state: { status: 'done', at: args.at } }));
  return decide(appointment.title, ops);
};
