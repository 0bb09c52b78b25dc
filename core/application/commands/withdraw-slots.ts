import { update } from '../../domain/ops/op.ts';
import { decide, found, foundOrNull } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const withdrawSlots: UseCase<'withdrawSlots'> = async (tx, args) => {
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const person = await foundOrNull(tx, 'resource', args.resourceId, 'resourceId');
  if (!person.ok) return person;
  const { locationId, resourceId, range } = args;
  const whose = resourceId === null ? {} : { subjectId: resourceId };
  const slots = await tx.find('slotInstance', { locationId, ...whose, status: ['published'], range });
  return decide(
    person.value?.name ?? location.value.name,
    slots.map((slot) => update('slotInstance', slot, { ...slot, status: 'withdrawn' })),
  );
};
