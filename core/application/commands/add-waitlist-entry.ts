import { insert } from '../../domain/ops/op.ts';
import { minutes } from '../../domain/time/instant.ts';
import type { WaitlistEntry } from '../../domain/work/waitlist-entry.ts';
import { mayBring } from '../bringing/may-bring.ts';
import { stillOffered } from '../bringing/still-offered.ts';
import { decide, found, foundAll, foundOrNull, invalid, isNew } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';
import { stillOpen } from '../work-order-check.ts';

export const addWaitlistEntry: UseCase<'addWaitlistEntry'> = async (tx, { imported, ...args }, scene) => {
  const may = mayBring(scene, imported);
  if (!may.ok) return may;
  const fresh = await isNew(tx, 'waitlistEntry', args.id);
  if (!fresh.ok) return fresh;
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const order = await foundOrNull(tx, 'workOrder', args.workOrderId, 'workOrderId');
  if (!order.ok) return order;
  const workOrder = order.value;
  if (workOrder !== null && workOrder.locationId !== args.locationId)
    return invalid('locationId', 'must be the location of the work order');
  const open = workOrder === null ? null : stillOpen(workOrder);
  if (open !== null && !open.ok) return open;
  const service = await foundOrNull(tx, 'serviceType', args.serviceTypeId, 'serviceTypeId');
  if (!service.ok) return service;
  const customer = await foundOrNull(tx, 'customer', args.customerId, 'customerId');
  if (!customer.ok) return customer;
  const preferred = await foundAll(tx, 'resource', args.preferredTechnicians, (at) => `preferredTechnicians.${at}`);
  if (!preferred.ok) return preferred;
  const entry: WaitlistEntry = {
    ...args,
    organizationId: location.value.organizationId,
    customerId: workOrder?.customerId ?? args.customerId,
    duration: args.duration ?? workOrder?.duration ?? service.value?.duration ?? minutes(60),
    ...(imported === undefined
      ? { since: scene.now, displaced: null, offers: [], state: { status: 'waiting' } }
      : await stillOffered(tx, imported)),
  };
  return decide(workOrder?.title ?? service.value?.name ?? '', [insert('waitlistEntry', entry)]);
};
