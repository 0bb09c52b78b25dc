import type { BusyClaim, PlacementContext } from '../../../domain/board/placement-context.ts';
import type { Eyes } from './eyes.ts';
import { roughly } from './seen-rows.ts';

/** Where customers are is told roughly to who may not know them; drives to them are then about right. */
export function seenContext({ customers }: Eyes, context: PlacementContext): PlacementContext {
  if (customers) return context;
  const { latitude, longitude } = context.coordinates;
  const seenBusy = (all: readonly BusyClaim[]): readonly BusyClaim[] =>
    all.map((one) => {
      const isHere = one.at.latitude === latitude && one.at.longitude === longitude;
      return isHere ? one : { ...one, at: roughly(one.at) };
    });
  return {
    ...context,
    technicians: context.technicians.map((one) => ({ ...one, busy: seenBusy(one.busy) })),
    bays: context.bays.map((one) => ({ ...one, busy: seenBusy(one.busy) })),
    others: context.others.map((one) => ({
      ...one,
      busy: seenBusy(one.busy),
      members: one.members.map((member) => ({ ...member, busy: seenBusy(member.busy) })),
    })),
  };
}
