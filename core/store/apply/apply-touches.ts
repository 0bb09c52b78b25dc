import type { Appointment } from '../../domain/work/appointment.ts';
import type { Database } from '../engine.ts';
import { insertTouch } from '../queries/claims.ts';
import { plannedBusy } from '../rows/appointment-row.ts';
import type { AppointmentChange } from './apply-rows.ts';

/** Notes where each changed appointment was and where it is, for the revision of the sheets it concerns. */
export async function applyTouches(
  db: Database,
  changes: readonly AppointmentChange[],
  sequence: number,
): Promise<void> {
  const touch = async (one: Appointment | undefined): Promise<void> => {
    if (one === undefined) return;
    const busy = plannedBusy(one);
    await insertTouch(db, {
      sequence,
      organization_id: one.organizationId,
      location_id: one.locationId,
      busy_from: busy.from,
      busy_to: busy.to,
      busy_length: busy.to - busy.from,
    });
  };
  for (const change of changes) {
    await touch(change.before);
    await touch(change.after);
  }
}
