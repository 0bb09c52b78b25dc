import type { BusyClaim, ClosedStretch, PlacementContext } from '../../../domain/board/placement-context.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { addMinutes, type InstantRange, type Minutes } from '../../../domain/time/instant.ts';
import type { AppointmentId } from '../../../domain/work/appointment.ts';
import { clip } from '../../hours-cache.ts';

/** The facts as though the resource were away in the stretch, whether that is written down already or not. */
export function withAbsence(context: PlacementContext, id: ResourceId, away: InstantRange): PlacementContext {
  const absence: ClosedStretch = { ...away, why: 'absence', name: '' };
  const add = <T extends { readonly id: ResourceId; readonly absences: readonly ClosedStretch[] }>(one: T): T =>
    one.id === id ? { ...one, absences: [...one.absences, absence].toSorted(byFrom) } : one;
  return {
    ...context,
    technicians: context.technicians.map(add).map((one) => {
      if (one.id !== id) return one;
      const shifts = one.shifts.map((shift) => {
        const inside = clip(away, shift);
        if (inside === undefined) return shift;
        return { ...shift, closed: [...shift.closed, { ...absence, ...inside }].toSorted(byFrom) };
      });
      return { ...one, shifts };
    }),
    bays: context.bays.map(add),
    others: context.others.map((one) => ({ ...add(one), members: one.members.map(add) })),
  };
}

/** The facts as though the appointment took so much longer. */
export function withOverrun(context: PlacementContext, id: AppointmentId, more: Minutes): PlacementContext {
  const longer = (claim: BusyClaim): BusyClaim =>
    claim.appointmentId === id ? { ...claim, end: addMinutes(claim.end, more), to: addMinutes(claim.to, more) } : claim;
  const all = <T extends { readonly busy: readonly BusyClaim[] }>(one: T): T => ({
    ...one,
    busy: one.busy.map(longer),
  });
  return {
    ...context,
    technicians: context.technicians.map(all),
    bays: context.bays.map(all),
    others: context.others.map((one) => ({ ...all(one), members: one.members.map(all) })),
  };
}

function byFrom(a: InstantRange, b: InstantRange): number {
  return a.from - b.from;
}
