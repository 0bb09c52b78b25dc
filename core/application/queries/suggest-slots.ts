import { accept } from '../../kernel/outcome.ts';
import { localDateOf } from '../../domain/time/local-time.ts';
import { instant } from '../../domain/time/instant.ts';
import { alongside } from '../claimed.ts';
import { bestSlots } from '../../planning/slots/best-slots.ts';
import type { SlotRequest } from '../../planning/slots/request.ts';
import { loadNeeds, type WorkNamed } from '../needs.ts';
import type { Reader } from '../ports/store.ts';
import { notFound } from '../refusals.ts';
import type { Answerer } from '../use-case.ts';
import type { RowMemory } from './memory/row-memory.ts';
import type { FactsMemory } from './slots/facts-memory.ts';
import { slotsOthersMoveFor } from './slots/others-move.ts';

/** The best slots for one piece of work: all facts are loaded once, and the search asks nothing more. */
export function suggestSlots(memory: RowMemory, slots: FactsMemory): Answerer<'suggestSlots'> {
  return async (reader, input, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const found = await loadNeeds(read, scene, input.work);
    if (!found.ok) return found;
    const { locationId, needs } = found.value;
    const location = await read.get('location', locationId);
    if (location === undefined) return notFound('location', locationId, 'work.locationId');
    // Without a day of its own the search begins today, or on the first day of the stretch that is asked for.
    const first = instant(Math.max(scene.now, input.within?.from ?? scene.now));
    const date = input.from ?? localDateOf(scene.surroundings.zones, location.zone, first);
    const facts = await slots.facts(known, scene, { locationId, date, days: input.days }, needs.parts);
    const request = {
      needs: input.duration === null ? needs : { ...needs, duration: input.duration },
      count: input.count,
      within: input.within,
      ...(await claimedBy(read, input.work)),
    };
    const answer = bestSlots(facts, request);
    const missing = input.count - answer.suggestions.length;
    if (!input.othersMove || missing === 0 || !request.withTechnician) return accept(answer);
    const { alongside: along = [] } = request;
    const wanted = { ...request, locationId, date, days: input.days, alongside: along, count: missing };
    const more = await slotsOthersMoveFor(read, scene, wanted);
    return accept({ ...answer, suggestions: [...answer.suggestions, ...more] });
  };
}

/** A room booked alone stays alone; all other work has somebody who does it. Equipment, rooms and teams go along. */
async function claimedBy(read: Reader, work: WorkNamed): Promise<Pick<SlotRequest, 'withTechnician' | 'alongside'>> {
  if (!('appointmentId' in work)) return { withTechnician: true };
  const appointment = await read.get('appointment', work.appointmentId);
  if (appointment === undefined) return { withTechnician: true };
  return {
    withTechnician: appointment.claims.some((claim) => claim.role === 'lead'),
    alongside: alongside(appointment.claims),
  };
}
