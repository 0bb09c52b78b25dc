import type { AppointmentId } from '../work/appointment.ts';
import type { BusyClaim, PlacementContext } from './placement-context.ts';

interface OfAppointment {
  readonly appointmentId: AppointmentId;
}

/** The context as though these appointments were nowhere: neither they nor their parts stand in anybody's way. */
export function withoutAppointments(context: PlacementContext, ids: ReadonlySet<AppointmentId>): PlacementContext {
  if (ids.size === 0) return context;
  const kept = <T extends OfAppointment>(list: readonly T[]): readonly T[] =>
    list.filter((one) => !ids.has(one.appointmentId));
  const free = <T extends { readonly busy: readonly BusyClaim[] }>(facts: T): T => ({
    ...facts,
    busy: kept(facts.busy),
  });
  return {
    ...context,
    technicians: context.technicians.map(free),
    bays: context.bays.map(free),
    others: context.others.map((one) => ({ ...free(one), members: one.members.map(free) })),
    parts: context.parts.map((part) => ({ ...part, taken: kept(part.taken) })),
    rules: { ...context.rules, limits: context.rules.limits.map((one) => ({ ...one, taken: kept(one.taken) })) },
  };
}
