import { accept } from '../../../kernel/outcome.ts';
import { found } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';

export const slotInstances: Answerer<'slotInstances'> = async (read, { locationId, resourceId, range, status }) => {
  const location = await found(read, 'location', locationId, 'locationId');
  if (!location.ok) return location;
  const whose = resourceId === null ? {} : { subjectId: resourceId };
  const which = status.length === 0 ? {} : { status };
  const slots = await read.find('slotInstance', { locationId, ...whose, ...which, range });
  const names = new Map((await read.all('resource')).map((one) => [one.id, one.name]));
  return accept(
    slots.map((slot) => ({
      id: slot.id,
      range: slot.range,
      technician: { id: slot.resourceId, name: names.get(slot.resourceId) ?? '' },
      serviceTypeId: slot.serviceTypeId,
      status: slot.status,
    })),
  );
};
