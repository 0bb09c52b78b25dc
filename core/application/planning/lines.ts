import type { PlanLine } from '../../contract/fields/plan-line.ts';
import type { PlacedLine, StandingPlace, TouchedPromise } from '../../contract/views/plan-view.ts';
import type { Fact } from '../../domain/board/fact.ts';
import type { Placement } from '../../domain/board/placement.ts';
import { brokenPromises, type BrokenPromise } from '../../domain/board/ripple.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { JudgedReason, Named } from '../../domain/rules/reason.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import type { Customer } from '../../domain/work/customer.ts';
import { bayOf, leadOf } from '../../domain/work/status-machine.ts';
import type { Reader } from '../ports/store.ts';
import type { PlannedWork } from './plan-request.ts';

/** Names for what lines are about. */
export interface LineNames {
  readonly resource: (id: ResourceId) => string;
  readonly customer: (work: PlannedWork) => Customer | undefined;
}

/** Reads the names that the lines of this work need. */
export async function loadLineNames(read: Reader, planned: readonly PlannedWork[]): Promise<LineNames> {
  const resources = new Map((await read.all('resource')).map((one) => [one.id, one.name]));
  const customerIds = planned.flatMap((one) => customerIdOf(one) ?? []);
  const customers = await read.getMany('customer', [...new Set(customerIds)]);
  const byId = new Map<string, Customer>(customers.map((one) => [one.id, one]));
  return {
    resource: (id) => resources.get(id) ?? '',
    customer: (one) => byId.get(customerIdOf(one) ?? ''),
  };
}

function customerIdOf({ appointment, workOrder }: PlannedWork): Customer['id'] | null {
  return appointment?.customerId ?? workOrder?.customerId ?? null;
}

export function titleOf({ appointment, workOrder, work }: PlannedWork): string {
  return appointment?.title ?? workOrder?.title ?? work.needs.title;
}

/** What is proposed for one piece of work; null calls it off. */
export interface Proposal {
  readonly planned: PlannedWork;
  readonly placement: Placement | null;
  readonly facts: readonly Fact[];
  readonly cautions: readonly JudgedReason[];
  /** Why it is called off. */
  readonly reason?: string;
}

export function placedLine(
  { planned, placement, facts, cautions, reason = '' }: Proposal,
  names: LineNames,
): PlacedLine {
  const { appointment, workOrder, work } = planned;
  return {
    line: lineOf(planned, placement, reason),
    title: titleOf(planned),
    number: workOrder?.number ?? null,
    customer: names.customer(planned)?.name ?? null,
    priority: work.needs.priority,
    to: placement === null ? null : placeOf(placement, names),
    from: appointment === null ? null : placeOf(appointment, names),
    facts,
    cautions,
  };
}

function lineOf({ appointment, workOrder }: PlannedWork, placement: Placement | null, reason: string): PlanLine {
  if (appointment !== null) {
    if (placement === null) return { does: 'call-off', appointmentId: appointment.id, reason };
    const { start, end, claims } = placement;
    return { does: 'move', appointmentId: appointment.id, start, end, claims: [...claims] };
  }
  if (workOrder === null || placement === null) throw new Error('A proposal is for nothing');
  const { start, end, claims } = placement;
  return { does: 'book', workOrderId: workOrder.id, start, end, claims: [...claims] };
}

export function placeOf({ start, end, claims }: Placement, names: LineNames): StandingPlace {
  return { start, end, technician: named(leadOf(claims), names), bay: named(bayOf(claims), names) };
}

function named(claim: Claim | undefined, names: LineNames): Named | null {
  return claim === undefined ? null : { id: claim.resourceId, name: names.resource(claim.resourceId) };
}

/** Whom somebody has to call: customers whose appointment would be at another time, in other hands, or not at all. */
export function touchedPromises(proposals: readonly Proposal[], names: LineNames): readonly TouchedPromise[] {
  return proposals.flatMap(({ planned, placement }): readonly TouchedPromise[] => {
    const { appointment } = planned;
    const customer = names.customer(planned);
    if (appointment === null || customer === undefined) return [];
    const from = placeOf(appointment, names);
    const to = placement === null ? null : placeOf(placement, names);
    const isSame = to !== null && to.start === from.start && to.technician?.id === from.technician?.id;
    if (isSame) return [];
    return [
      {
        appointmentId: appointment.id,
        title: appointment.title,
        customer: customer.name,
        phone: customer.phone,
        from,
        to,
        broken: brokenBy({ planned, placement }),
      },
    ];
  });
}

/**
 * What a promise says that would not be kept. Another start within a promised window breaks nothing, nor does one where no
 * window was promised: then the customer only has to hear of it.
 */
export function brokenBy({ planned, placement }: Pick<Proposal, 'planned' | 'placement'>): readonly BrokenPromise[] {
  const { windows, due } = planned.work.needs;
  const { stands } = planned.work;
  if (stands === null || placement === null) return [];
  const promised = { start: stands.start, windows, due, told: false };
  return brokenPromises(promised, { start: placement.start, end: placement.end, open: true, pushedBy: null });
}
