import { isAbout } from '../../domain/board/approval.ts';
import type { BusyClaim, PlacementContext } from '../../domain/board/placement-context.ts';
import type { Placement, PlacementNeeds } from '../../domain/board/placement.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import { appointmentOf } from './board-facts.ts';
import type { PlanWork } from './request.ts';

/** A piece of work and where it is to be. */
export interface WorkPlaced {
  readonly work: PlanWork;
  readonly placement: Placement;
}

/** The work as an appointment of the plan: its own claims do not stand in its way. */
export function plannedNeeds(work: PlanWork): PlacementNeeds {
  return { ...work.needs, appointmentId: appointmentOf(work) };
}

/** The context as though this work stood where it is planned: in the lists of what is busy, in the stock, in the limits. */
export function withPlacements(context: PlacementContext, placed: readonly WorkPlaced[]): PlacementContext {
  const busy = new Map<ResourceId, BusyClaim[]>();
  for (const one of placed)
    for (const claim of one.placement.claims)
      busy.set(claim.resourceId, [...(busy.get(claim.resourceId) ?? []), busyClaim(context, one, claim.units)]);
  const taken = <T extends { readonly id: ResourceId; readonly busy: readonly BusyClaim[] }>(facts: T): T => {
    const more = busy.get(facts.id);
    return more === undefined ? facts : { ...facts, busy: [...facts.busy, ...more] };
  };
  return {
    ...context,
    technicians: context.technicians.map(taken),
    bays: context.bays.map(taken),
    others: context.others.map((one) => ({ ...taken(one), members: one.members.map(taken) })),
    parts: context.parts.map((part) => ({
      ...part,
      taken: [
        ...part.taken,
        ...placed.flatMap(({ work, placement }) => {
          const at = addMinutes(placement.start, -work.needs.before);
          const quantity = quantityOf(work, part.partId);
          // What is ordered first comes from no stock.
          const isOrdered = part.orderableFrom !== undefined && at >= part.orderableFrom;
          return quantity === 0 || isOrdered ? [] : [{ at, quantity, appointmentId: appointmentOf(work) }];
        }),
      ],
    })),
    rules: {
      ...context.rules,
      limits: context.rules.limits.map((limit) => ({
        ...limit,
        taken: [
          ...limit.taken,
          ...placed.flatMap(({ work, placement: { start, end, claims } }) => {
            const resourceIds = claims.map(({ resourceId }) => resourceId);
            const { serviceTypeId } = work.needs;
            return isAbout(limit, { resourceIds, serviceTypeId })
              ? [{ from: start, to: end, appointmentId: appointmentOf(work) }]
              : [];
          }),
        ],
      })),
    },
  };
}

function busyClaim(context: PlacementContext, { work, placement }: WorkPlaced, units: number): BusyClaim {
  const { needs } = work;
  return {
    appointmentId: appointmentOf(work),
    title: needs.title,
    from: addMinutes(placement.start, -needs.before),
    to: addMinutes(placement.end, needs.after),
    start: placement.start,
    end: placement.end,
    units,
    at: needs.place?.coordinates ?? context.coordinates,
    pinned: false,
  };
}

function quantityOf({ needs }: PlanWork, partId: string): number {
  const wanted = needs.parts.filter((need) => need.partId === partId);
  if (wanted.every((need) => need.critical === false)) return 0;
  return Math.max(
    0,
    wanted.reduce((sum, need) => sum + need.quantity - (need.ordered?.quantity ?? 0), 0),
  );
}
