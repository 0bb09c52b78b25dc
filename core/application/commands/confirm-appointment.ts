import { confirmOrAsk } from '../approvals.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

export const confirmAppointment: UseCase<'confirmAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'confirmed', ['requested', 'held']);
  return row.ok ? confirmOrAsk(tx, scene, row.value, args.reservationIds) : row;
};
