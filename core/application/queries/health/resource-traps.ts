import type { TrapFinding } from '../../../contract/views/health-view.ts';
import type { Resource } from '../../../domain/resources/resource.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';
import { hasSkills, named, neverOpen, offers, type Inspection } from './inspection.ts';

/** People without a shift, and what is never open. */
export function withoutHours({ resources, waiting, today }: Inspection): readonly TrapFinding[] {
  return resources
    .filter((one) => one.active && one.kind !== 'team' && neverOpen(one, today))
    .map((resource): TrapFinding => {
      const here = waiting.filter((order) => order.locationId === resource.locationId);
      const workOrders = here.filter((order) => couldTake(resource, order, today)).length;
      if (resource.kind === 'technician')
        return { trap: 'technician-without-shift', resource: named(resource), workOrders };
      return { trap: 'resource-without-hours', resource: named(resource), kind: resource.kind, workOrders };
    });
}

function couldTake(resource: Resource, order: WorkOrder, today: Inspection['today']): boolean {
  if (resource.kind === 'technician') return hasSkills(resource, order.skills, today);
  if (resource.kind !== 'bay' || order.capabilities === null) return false;
  const offered = offers(resource, today);
  return order.capabilities.every((capability) => offered.includes(capability));
}

/** Skills and capabilities that somebody counts on and that are over. */
export function expired({ resources, waiting, today }: Inspection): readonly TrapFinding[] {
  const findings: TrapFinding[] = [];
  for (const resource of resources.filter((one) => one.active)) {
    const here = waiting.filter((order) => order.locationId === resource.locationId);
    if (resource.kind === 'technician') {
      for (const { skill, expiresOn } of resource.skills) {
        if (expiresOn === null || expiresOn >= today) continue;
        const workOrders = here.filter((order) => order.skills.some((need) => need.skill === skill)).length;
        findings.push({ trap: 'skill-expired', resource: named(resource), skill, expiredOn: expiresOn, workOrders });
      }
      continue;
    }
    for (const { capability, expiresOn } of resource.capabilities) {
      if (expiresOn === null || expiresOn >= today) continue;
      const workOrders = here.filter((order) => order.capabilities?.includes(capability) === true).length;
      const thing = { resource: named(resource), capability, expiredOn: expiresOn };
      findings.push({ trap: 'capability-expired', ...thing, workOrders });
    }
  }
  return findings;
}
