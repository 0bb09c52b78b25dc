import type { Appointment } from '../../domain/work/appointment.ts';
import type { Database } from '../engine.ts';
import type { AppointmentChange } from './apply-rows.ts';

/** Every name other systems have for it, once each: where it came from, and what else it is called. */
function namesOf(one: Appointment | undefined): readonly Appointment['externalIds'][number][] {
  if (one === undefined) return [];
  const all = one.source === null ? one.externalIds : [one.source, ...one.externalIds];
  return all.filter(
    (name, index) => all.findIndex((other) => other.source === name.source && other.id === name.id) === index,
  );
}

/** Brings the look-up table of external ids in step with changed appointments. Nearly none has one. */
export async function applyExternalIds(db: Database, changes: readonly AppointmentChange[]): Promise<void> {
  for (const { id, before, after } of changes) {
    const fresh = namesOf(after);
    const old = namesOf(before);
    if (JSON.stringify(old) === JSON.stringify(fresh)) continue;
    if (old.length > 0) await db.deleteFrom('appointment_external_ids').where('appointment_id', '=', id).execute();
    if (after === undefined || fresh.length === 0) continue;
    const rows = fresh.map((name) => ({
      organization_id: after.organizationId,
      source: name.source,
      external_id: name.id,
      appointment_id: id,
    }));
    await db.insertInto('appointment_external_ids').values(rows).execute();
  }
}
