import type { ExposedSlotView } from '../../contract/views/waiting-view.ts';
import type { SuggestionView } from '../../contract/views/suggestion-view.ts';
import { busyIndexOf } from '../../domain/board/busy-index.ts';
import { addMinutes, instant, range } from '../../domain/time/instant.ts';
import type { Exposure } from '../../domain/work/exposure.ts';
import { loadWorkSource, needsOfServiceType } from '../needs.ts';
import { loadFactsFor, theOrganization } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { isFree, onOffer } from './slot-pool.ts';

/** Exposures of the requester that stand now. */
export function standingExposures(read: Reader, scene: Scene, requester: string): Promise<readonly Exposure[]> {
  return read.find('exposure', { subjectId: requester, range: range(scene.now, instant(scene.now + 1)) });
}

/** Judged on the facts of now: what somebody took or withdrew since it was shown is not there any more. */
export async function stillFree(
  read: Reader,
  scene: Scene,
  { locationId, serviceTypeId, slots: shown }: Exposure,
): Promise<readonly ExposedSlotView[]> {
  const location = await read.get('location', locationId);
  const serviceType = await read.get('serviceType', serviceTypeId);
  if (location === undefined || serviceType === undefined) return [];
  const slots = await onOffer(read, location, serviceType, shown);
  if (slots.length === 0) return [];
  const source = await loadWorkSource(read, { workOrder: null, serviceTypeId, locationId });
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
  return (
    slots
      // A service that has become longer or shorter since needs another slot than the one that was shown.
      .filter((slot) => slot.end === addMinutes(slot.start, needs.duration) && isFree({ index, needs }, slot))
      .map(({ start, end, technicianId, bayId }) => ({
        start,
        end,
        technician: { id: technicianId, name: nameOf.get(technicianId) ?? '' },
        bay: bayId === null ? null : { id: bayId, name: nameOf.get(bayId) ?? '' },
      }))
  );
}

/** What a requester can have instead: the rest of what it is shown, and nothing else. Nobody has ranked it. */
export async function shownInstead(read: Reader, scene: Scene): Promise<readonly SuggestionView[]> {
  const instead: SuggestionView[] = [];
  for (const exposure of await standingExposures(read, scene, scene.actor.id))
    for (const slot of await stillFree(read, scene, exposure))
      instead.push({ ...slot, score: 0, confidence: 0, parts: null, facts: [], cautions: [] });
  return instead;
}
