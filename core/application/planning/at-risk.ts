import { accept } from '../../kernel/outcome.ts';
import type { EarlyWarning } from '../../contract/views/repair-view.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { addMinutes, instant, MINUTE, type Instant, type Minutes } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { follow, type Followed } from '../queries/rules/ripple.ts';
import type { RowMemory } from '../queries/memory/row-memory.ts';
import { found, foundAll } from '../refusals.ts';
import type { Answerer, Scene } from '../use-case.ts';

/** Minutes after its start at which work that nobody has started is worth a look. */
const GRACE = 10;

/** What is late as things stand, with the promises that breaks, and what will be late unless somebody does something. */
export function atRisk(memory: RowMemory): Answerer<'atRisk'> {
  return async (reader, { locationId, ahead, suppose }, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const location = await found(read, 'location', locationId, 'locationId');
    if (!location.ok) return location;
    const ids = suppose.map((one) => one.appointmentId);
    const named = await foundAll(read, 'appointment', ids, (index) => `suppose.${index}.appointmentId`);
    if (!named.ok) return named;
    const delays = new Map(suppose.map(({ appointmentId, ...delay }) => [appointmentId, delay]));
    const followed = await follow(known, scene, causeAt(location.value, scene, delays), false);
    return accept({ asOf: scene.now, late: followed.delayed, warnings: warningsOf(followed, scene, ahead) });
  };
}

function causeAt(location: Location, scene: Scene, delays: Parameters<typeof follow>[2]['delays']) {
  return { location, from: scene.now, delays };
}

function warningsOf(followed: Followed, { now }: Scene, ahead: Minutes): readonly EarlyWarning[] {
  const until = addMinutes(now, ahead);
  const soon = followed.appointments.filter((one) => one.state.status === 'confirmed' && one.start <= until);
  return soon.flatMap((one): readonly EarlyWarning[] => {
    const head = {
      appointmentId: one.id,
      title: one.title,
      customer: followed.labels.customer(one)?.name ?? null,
      start: one.start,
      startsIn: Math.round((one.start - now) / MINUTE),
    };
    const previous = previousUnderway(one, followed, now);
    if (previous !== null) return [{ ...head, warning: 'previous-underway', previous }];
    const isDue = addMinutes(one.start, GRACE) <= now && now < one.end;
    return isDue ? [{ ...head, warning: 'not-started' }] : [];
  });
}

/** What is still in progress on any of its people or its bay, and is expected to last longest. */
function previousUnderway(one: Appointment, { appointments, expected }: Followed, now: Instant) {
  const own = new Set<ResourceId>(one.claims.map((claim) => claim.resourceId));
  const underway = appointments
    .filter((other) => other.id !== one.id && other.state.status === 'in-progress')
    .filter((other) => other.start < one.start && other.claims.some((claim) => own.has(claim.resourceId)))
    .map((other) => ({
      id: other.id,
      title: other.title,
      expectedEnd: expected.get(other.id)?.end ?? instant(Math.max(other.end, now)),
    }))
    .toSorted((a, b) => b.expectedEnd - a.expectedEnd);
  return underway[0] ?? null;
}
