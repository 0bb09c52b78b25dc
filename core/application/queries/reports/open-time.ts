import { subtract, type Span } from '../../../kernel/sorted-ranges.ts';
import type { PlacementContext } from '../../../domain/board/placement-context.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';

/** When one resource can be booked, with how much of it there is. */
export interface OpenResource {
  readonly id: ResourceId;
  readonly capacity: number;
  /** Hours less breaks, absences and closures; sorted and disjoint. */
  readonly open: readonly Span[];
}

/** Every active resource of the context with its open time. */
export function openResources(context: PlacementContext): readonly OpenResource[] {
  const { closures } = context;
  return [
    ...context.technicians.map(({ id, capacity, shifts, absences }) => {
      const closed = [...shifts.flatMap((shift) => shift.closed), ...absences, ...closures];
      return { id, capacity, open: subtract(shifts, closed) };
    }),
    ...[...context.bays, ...context.others].map(({ id, capacity, open, absences }) => ({
      id,
      capacity,
      open: subtract(open, [...absences, ...closures]),
    })),
  ];
}
