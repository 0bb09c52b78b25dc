import { accept } from '../../../kernel/outcome.ts';
import type { ExposureView } from '../../../contract/views/waiting-view.ts';
import type { Answerer } from '../../use-case.ts';
import { requesterOf } from '../../waiting/requester.ts';
import { standingExposures, stillFree } from '../../waiting/shown.ts';

export const exposedSlots: Answerer<'exposedSlots'> = async (read, input, scene) => {
  const requester = requesterOf(scene, input.requester);
  if (!requester.ok) return requester;
  const views: ExposureView[] = [];
  for (const exposure of await standingExposures(read, scene, requester.value)) {
    const { id, locationId, serviceTypeId, at, until } = exposure;
    const slots = await stillFree(read, scene, exposure);
    views.push({ id, locationId, requester: requester.value, serviceTypeId, at, until, slots });
  }
  return accept(views);
};
