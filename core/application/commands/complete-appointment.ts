import { update, type Op } from '../../domain/ops/op.ts';
import type { PartNeed } from '../../domain/parts/part.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import type { Reader } from '../ports/store.ts';
import { unfinishedParts } from '../long-work/chain.ts';
import { consume } from '../reservations.ts';
import { decide, invalid } from '../refusals.ts';
import { hasHappened, mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

/** The parts set aside leave the stock, and the work order is done: of work in several parts, with the last one. */
export const completeAppointment: UseCase<'completeAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'completed', ['in-progress']);
  if (!row.ok) return row;
  const appointment = row.value;
  const happened = hasHappened(args.at, scene);
  if (!happened.ok) return happened;
  const startedAt = appointment.state.status === 'in-progress' ? appointment.state.startedAt : appointment.start;
  if (args.at < startedAt) return invalid('at', 'must not be before the work started');
  const workOrder = appointment.workOrderId === null ? undefined : await tx.get('workOrder', appointment.workOrderId);
  const consumed = await consume(tx, scene, appointment, await partsOf(tx, appointment, workOrder));
  if (!consumed.ok) return consumed;
  const state = { status: 'completed', startedAt, endedAt: args.at } as const;
  const ops: (Op | null)[] = [update('appointment', appointment, { ...appointment, state }), ...consumed.value];
  const unfinished = await unfinishedParts(tx, appointment);
  if (workOrder?.state.status === 'open' && unfinished.length === 0)
    ops.push(update('workOrder', workOrder, { ...workOrder, state: { status: 'done', at: args.at } }));
  return decide(appointment.title, ops);
};

/** Work of one visit takes all it needs; else, and without a work order, only what was set aside is taken. */
async function partsOf(
  read: Reader,
  appointment: Appointment,
  workOrder: WorkOrder | undefined,
): Promise<readonly PartNeed[]> {
  if (workOrder === undefined) return [];
  const visits = (await read.appointmentsOf(workOrder.id)).filter(({ state }) => state.status !== 'cancelled');
  return visits.every((one) => one.id === appointment.id) ? workOrder.parts : [];
}
