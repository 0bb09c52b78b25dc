import { remove, type Op } from '../domain/ops/op.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import type { Reader } from './ports/store.ts';

/** Gives back what was set aside and not used. */
export async function release(read: Reader, appointment: Pick<Appointment, 'id'>): Promise<readonly Op[]> {
  const reservations = await read.reservationsOf(appointment.id);
  return reservations.filter((one) => !one.consumed).map((one) => remove('reservation', one));
}
