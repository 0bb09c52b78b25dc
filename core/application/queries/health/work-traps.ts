import type { TrapFinding } from '../../../contract/views/health-view.ts';
import type { ServiceType } from '../../../domain/work/service-type.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';
import { hasSkills, levelOf, named, offers, technicians, type Inspection } from './inspection.ts';

/**
 * Work that would take no time: it would fit everywhere and mean nothing. No command writes such a row, nor does an import;
 * a file that an older version or another program has written to may hold some, and no rule would say so.
 */
export function zeroDurations({ serviceTypes, waiting }: Inspection): readonly TrapFinding[] {
  const services = serviceTypes
    .filter((one) => one.duration <= 0)
    .map((one): TrapFinding => {
      const workOrders = waiting.filter((order) => order.serviceTypeId === one.id).length;
      return { trap: 'zero-duration', of: 'serviceType', thing: named(one), workOrders };
    });
  const orders = waiting
    .filter((one) => one.duration <= 0)
    .map((one): TrapFinding => {
      const thing = { id: one.id, name: `${one.number} ${one.title}` };
      return { trap: 'zero-duration', of: 'workOrder', thing, workOrders: 1 };
    });
  return [...services, ...orders];
}

type Asking = Pick<ServiceType | WorkOrder, 'skills' | 'capabilities' | 'parts'>;

/** Skills that services or waiting work ask for and nobody has at that level today. */
export function missingSkills(all: Inspection): readonly TrapFinding[] {
  const people = technicians(all);
  const asked = new Map<string, { readonly skill: string; readonly level: number }>();
  for (const one of [...all.serviceTypes, ...all.waiting] satisfies readonly Asking[])
    for (const need of one.skills) asked.set(`${need.level} ${need.skill}`, need);
  return [...asked.values()]
    .filter(({ skill, level }) => !people.some((one) => levelOf(one, skill, all.today) >= level))
    .map(({ skill, level }): TrapFinding => {
      const needing = all.waiting.filter((order) =>
        order.skills.some((need) => need.skill === skill && need.level === level),
      );
      return { trap: 'skill-nobody-holds', skill, level, workOrders: needing.length };
    });
}

/** Capabilities that are asked of bays and that none has today. */
export function missingCapabilities({ resources, serviceTypes, waiting, today }: Inspection): readonly TrapFinding[] {
  const offered = new Set(resources.filter((one) => one.active).flatMap((one) => offers(one, today)));
  const asked = new Set([...serviceTypes, ...waiting].flatMap((one) => one.capabilities ?? []));
  return [...asked]
    .filter((capability) => !offered.has(capability))
    .map((capability): TrapFinding => {
      const needing = waiting.filter((order) => order.capabilities?.includes(capability) === true);
      return { trap: 'capability-nobody-offers', capability, workOrders: needing.length };
    });
}

/** Parts that work takes and that have no stock row where the work is: they can never be reserved there. */
export function partsWithoutStock({
  locations,
  parts,
  stocks,
  serviceTypes,
  waiting,
}: Inspection): readonly TrapFinding[] {
  const kept = new Set(stocks.map((stock) => `${stock.locationId} ${stock.partId}`));
  const taken = new Set(serviceTypes.flatMap((one) => one.parts.map((need) => need.partId)));
  return locations.flatMap((location) => {
    const here = waiting.filter((order) => order.locationId === location.id);
    return parts
      .filter((part) => !kept.has(`${location.id} ${part.id}`))
      .map((part) => ({ part, needing: here.filter((order) => order.parts.some((need) => need.partId === part.id)) }))
      .filter(({ part, needing }) => needing.length > 0 || taken.has(part.id))
      .map(({ part, needing }): TrapFinding => {
        const where = { part: named(part), location: named(location) };
        return { trap: 'part-without-stock', ...where, workOrders: needing.length };
      });
  });
}

/** Service types for which no location has both somebody who can do them and a bay that will do. */
export function servicesThatFitNothing(all: Inspection): readonly TrapFinding[] {
  const people = technicians(all);
  const bays = all.resources.filter((one) => one.kind === 'bay' && one.active);
  const fits = (service: ServiceType): boolean =>
    all.locations.some(({ id }) => {
      const somebody = people.some((one) => one.locationId === id && hasSkills(one, service.skills, all.today));
      const wanted = service.capabilities;
      if (wanted === null) return somebody;
      const room = bays.some((bay) => {
        const offered = offers(bay, all.today);
        return bay.locationId === id && wanted.every((capability) => offered.includes(capability));
      });
      return somebody && room;
    });
  return all.serviceTypes
    .filter((service) => !fits(service))
    .map((service): TrapFinding => {
      const workOrders = all.waiting.filter((order) => order.serviceTypeId === service.id).length;
      return { trap: 'service-fits-nothing', serviceType: named(service), workOrders };
    });
}
