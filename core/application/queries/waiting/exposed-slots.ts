import { accept } from '../../../kernel/outcome.ts';
import type { ExposedSlotView, ExposureView } from '../../../contract/views/waiting-view.ts';
import { busyIndexOf } from '../../../domain/board/busy-index.ts';
import { instant, range } from '../../../domain/time/instant.ts';
import type { Exposure } from '../../../domain/work/exposure.ts';
import { loadWorkSource, needsOfServiceType } from '../../needs.ts';
import { loadFactsFor, theOrganization } from '../../placement-context.ts';
import type { Reader } from '../../ports/store.ts';
import type { Answerer, Scene } from '../../use-case.ts';
import { requesterOf } from '../../waiting/requester.ts';
import { isFree } from '../../waiting/slot-pool.ts';

export const exposedSlots: Answerer<'exposedSlots'> = async (read, input, scene) => {
  const requester = requesterOf(scene, input.requester);
  if (!requester.ok) return requester;
  const now = range(scene.now, instant(scene.now + 1));
  const standing = await read.find('exposure', { subjectId: requester.value, range: now });
  const views: ExposureView[] = [];
  for (const exposure of standing) {
    const { id, locationId, serviceTypeId, at, until } = exposure;
    const slots = await stillFree(read, scene, exposure);
    views.push({ id, locationId, requester: requester.value, serviceTypeId, at, until, slots });
  }
  return accept(views);
};

/** Judged on the facts of now: what somebody took since it was shown is not there any more. */
async function stillFree(
  read: Reader,
  scene: Scene,
  { locationId, serviceTypeId, slots }: Exposure,
): Promise<readonly ExposedSlotView[]> {
  const location = await read.get('location', locationId);
  const serviceType = await read.get('serviceType', serviceTypeId);
  const [first] = slots;
  if (location === undefined || serviceType === undefined || first === undefined) return [];
  const source = await loadWorkSource(read, { workOrder: null, serviceTypeId });
  const needs = needsOfServiceType(serviceType, source, null, scene.now);
  const ids = slots.flatMap((slot) => (slot.bayId === null ? [slot.technicianId] : [slot.technicianId, slot.bayId]));
  const resources = await read.getMany('resource', [...new Set(ids)]);
  const from = Math.min(...slots.map((slot) => slot.start));
  const to = Math.max(...slots.map((slot) => slot.end));
  const facts = await loadFactsFor(read, scene, {
    location,
    organization: await theOrganization(read),
    resources,
    partIds: [...new Set(needs.parts.map((need) => need.partId))],
    partNeeds: needs.parts,
    range: range(instant(from), instant(to)),
  });
  const index = busyIndexOf(facts);
  const nameOf = new Map(resources.map((one) => [one.id, one.name]));
  return slots
    .filter((slot) => isFree({ index, needs }, slot))
    .map(({ start, end, technicianId, bayId }) => ({
      start,
      end,
      technician: { id: technicianId, name: nameOf.get(technicianId) ?? '' },
      bay: bayId === null ? null : { id: bayId, name: nameOf.get(bayId) ?? '' },
    }));
}
