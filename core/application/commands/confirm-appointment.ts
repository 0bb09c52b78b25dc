import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';
import { confirm } from '../waiting/confirm.ts';

export const confirmAppointment: UseCase<'confirmAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'confirmed', ['requested', 'held']);
  return row.ok ? confirm(tx, scene, row.value, args.reservationIds) : row;
};
