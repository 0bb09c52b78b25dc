import type { Op } from '../../domain/ops/op.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { AppointmentState } from '../../domain/work/appointment.ts';
import { occupies } from '../../domain/work/status-machine.ts';
import { letHoldGo } from '../holds.ts';
import type { Reader } from '../ports/store.ts';
import { decide } from '../refusals.ts';
import type { Scene, UseCase } from '../use-case.ts';
import { notTaken, taken } from '../waiting/offers.ts';

/** Looks at what is there in its own transaction, so it may run beside people and beside another sweeper. */
export const sweepHolds: UseCase<'sweepHolds'> = async (tx, _args, scene) => {
  const ops: (Op | null)[] = [];
  for (const location of await tx.all('location')) {
    for (const held of await tx.inStatus(location.id, 'held'))
      if (!occupies(held, scene.now)) ops.push(...(await letHoldGo(tx, scene, held)));
    ops.push(...(await offersThatEnded(tx, scene, location)));
  }
  return decide('', ops);
};

/** Offers whose appointment went another way: booked, cancelled or let go by a command that knows nothing of waitlists. */
async function offersThatEnded(read: Reader, scene: Scene, location: Location): Promise<readonly (Op | null)[]> {
  const ops: (Op | null)[] = [];
  for (const entry of await read.find('waitlistEntry', { locationId: location.id, status: ['offered'] })) {
    if (entry.state.status !== 'offered') continue;
    const appointment = await read.get('appointment', entry.state.appointmentId);
    if (appointment?.state.status === 'held') continue;
    const lost = appointment === undefined || isLost(appointment.state);
    ops.push(lost ? notTaken(entry, 'expired') : taken(entry, appointment, scene));
  }
  return ops;
}

/** A request is lost unless somebody only has to approve it. */
function isLost(state: AppointmentState): boolean {
  return (
    state.status === 'cancelled' ||
    state.status === 'no-show' ||
    (state.status === 'requested' && state.approval !== 'pending')
  );
}

/** True when a sweep would change something: asked before one is sent, so that the log stays quiet. */
export async function isSweepDue(read: Reader, now: Scene['now']): Promise<boolean> {
  for (const { id } of await read.all('location')) {
    if ((await read.inStatus(id, 'held')).some((one) => !occupies(one, now))) return true;
    for (const entry of await read.find('waitlistEntry', { locationId: id, status: ['offered'] })) {
      if (entry.state.status !== 'offered') continue;
      const appointment = await read.get('appointment', entry.state.appointmentId);
      if (appointment?.state.status !== 'held') return true;
    }
  }
  return false;
}
