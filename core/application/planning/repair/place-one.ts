import type { RepairFreedom } from '../../../contract/views/repair-view.ts';
import { busyIndexOf, ignoring, type BusyIndex } from '../../../domain/board/busy-index.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { instant, minutes, range, type Instant, type InstantRange } from '../../../domain/time/instant.ts';
import type { Claim } from '../../../domain/work/appointment.ts';
import { leadOf } from '../../../domain/work/status-machine.ts';
import { bestSlots } from '../../../planning/slots/best-slots.ts';
import type { Slot } from '../../../planning/slots/request.ts';
import type { PlannedWork } from '../plan-request.ts';

export type SmallFreedom = Extract<RepairFreedom, 'same-technician' | 'same-start' | 'other-time'>;

/** One place for one piece of work, and how far it had to go for it. */
export interface FoundPlace {
  readonly slot: Slot;
  readonly freedom: SmallFreedom;
  readonly claims: readonly Claim[];
}

/**
 * The nearest place there is, everything else staying where it is; the kinds of freedom are tried in the given order.
 * Work from the tray, which stands nowhere, may go anywhere.
 */
export function placeOne(index: BusyIndex, planned: PlannedWork, freedoms: readonly SmallFreedom[]): FoundPlace | null {
  const { stands, assistants } = planned.work;
  // The exact search knows one pair of hands; crews are the planner's.
  if (assistants > 0) return null;
  if (stands === null) {
    const slot = slotIn(index, planned, null, null);
    return slot === null ? null : found(planned, slot, 'other-time');
  }
  for (const freedom of freedoms) {
    const slot = slotWith(index, planned, freedom);
    if (slot !== null) return found(planned, slot, freedom);
  }
  return null;
}

function slotWith(index: BusyIndex, planned: PlannedWork, freedom: SmallFreedom): Slot | null {
  const { stands } = planned.work;
  if (stands === null) return null;
  switch (freedom) {
    case 'same-technician': {
      const lead = leadOf(stands.claims)?.resourceId ?? null;
      // Another bay at the same time is the least of all changes.
      const here = slotIn(index, planned, lead, justThen(stands.start));
      return here ?? slotIn(index, planned, lead, sameDay(index, stands.start));
    }
    case 'same-start':
      return slotIn(index, planned, null, justThen(stands.start));
    case 'other-time':
      return slotIn(index, planned, null, null);
  }
}

function justThen(start: Instant): InstantRange {
  return range(start, instant(start + 1));
}

/** Without a promised window, a promise of the day is kept. */
function sameDay({ context }: BusyIndex, start: number): InstantRange | null {
  return context.days.find((day) => day.from <= start && start < day.to) ?? null;
}

function slotIn(
  index: BusyIndex,
  { work }: PlannedWork,
  only: ResourceId | null,
  within: InstantRange | null,
): Slot | null {
  const facts = only === null ? index : onlyWith(index, only);
  const { suggestions } = bestSlots(facts, {
    needs: work.needs,
    count: 1,
    near: work.stands?.start ?? null,
    within,
    withTechnician: work.stands === null || leadOf(work.stands.claims) !== undefined,
    alongside: work.alongside,
    // A start that stands off the grid is still the nearest one.
    ...(work.stands !== null && within !== null && within.to - within.from <= 1 ? { step: minutes(1) } : {}),
  });
  return suggestions[0] ?? null;
}

/** The same facts where only one technician works. */
export function onlyWith(index: BusyIndex, id: ResourceId): BusyIndex {
  const { context } = index;
  return ignoring(
    busyIndexOf({ ...context, technicians: context.technicians.filter((one) => one.id === id) }, index.travel),
    index.ignored,
  );
}

function found({ work }: PlannedWork, slot: Slot, freedom: SmallFreedom): FoundPlace {
  return { slot, freedom, claims: claimsOf(slot, work.alongside) };
}

export function claimsOf(slot: Slot, alongside: readonly Claim[]): readonly Claim[] {
  const claims: Claim[] = [];
  if (slot.technician !== null) claims.push({ resourceId: slot.technician.id, role: 'lead', units: 1 });
  if (slot.bay !== null) claims.push({ resourceId: slot.bay.id, role: 'bay', units: 1 });
  return [...claims, ...alongside];
}
