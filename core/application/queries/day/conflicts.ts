import type { ResourceId } from '../../../domain/resources/resource.ts';
import { MINUTE, type Instant } from '../../../domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../../../domain/work/appointment.ts';
import { occupies } from '../../../domain/work/status-machine.ts';

/** [from, to) in milliseconds. */
interface Use {
  readonly from: number;
  readonly to: number;
  readonly units: number;
  readonly id: AppointmentId;
}

/**
 * Appointments that together claim more of a resource than there is at some instant, buffers included. An overrun first
 * uses up its own buffer: until then nobody else is touched. Resources without a capacity are not looked at.
 */
export function conflicts(
  appointments: readonly Appointment[],
  capacities: ReadonlyMap<ResourceId, number>,
  now: Instant,
): ReadonlySet<AppointmentId> {
  const uses = new Map<ResourceId, Use[]>();
  for (const appointment of appointments) {
    if (!occupies(appointment, now)) continue;
    const from = appointment.start - appointment.before * MINUTE;
    const planned = appointment.end + appointment.after * MINUTE;
    const to = appointment.state.status === 'in-progress' ? Math.max(planned, now) : planned;
    for (const { resourceId, units } of appointment.claims) {
      if (!capacities.has(resourceId)) continue;
      const use: Use = { from, to, units, id: appointment.id };
      const list = uses.get(resourceId);
      if (list === undefined) uses.set(resourceId, [use]);
      else list.push(use);
    }
  }
  const found = new Set<AppointmentId>();
  for (const [resourceId, list] of uses) sweep(list, capacities.get(resourceId) ?? 1, found);
  return found;
}

function sweep(list: Use[], capacity: number, found: Set<AppointmentId>): void {
  let under: Use[] = [];
  let units = 0;
  for (const use of list.toSorted((a, b) => a.from - b.from)) {
    if (under.length > 0) {
      under = under.filter((one) => one.to > use.from);
      units = under.reduce((sum, one) => sum + one.units, 0);
    }
    under.push(use);
    units += use.units;
    if (units > capacity) for (const one of under) found.add(one.id);
  }
}
