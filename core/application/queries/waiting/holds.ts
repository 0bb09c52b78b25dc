import { accept } from '../../../kernel/outcome.ts';
import type { HoldView } from '../../../contract/views/waiting-view.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { leadOf } from '../../../domain/work/status-machine.ts';
import type { Reader } from '../../ports/store.ts';
import type { Answerer, Scene } from '../../use-case.ts';
import { holdId } from '../../waiting/hold-args.ts';
import { requesterOf } from '../../waiting/requester.ts';

export const holds: Answerer<'holds'> = async (read, input, scene) => {
  const requester = requesterOf(scene, input.requester);
  if (!requester.ok) return requester;
  if (input.key !== null) {
    const held = await read.get('appointment', holdId(scene, requester.value, input.key));
    return accept(held === undefined ? [] : [await viewOf(read, scene, held)]);
  }
  const views: HoldView[] = [];
  for (const { id } of await read.all('location')) {
    const waiting = [...(await read.inStatus(id, 'held')), ...(await read.inStatus(id, 'requested'))];
    for (const one of waiting) if (one.source?.source === requester.value) views.push(await viewOf(read, scene, one));
  }
  return accept(views.toSorted((a, b) => a.start - b.start));
};

/** Who on the staff called it off is nobody's business outside. */
function asToldTo({ actor }: Scene, state: Appointment['state']): Appointment['state'] {
  return actor.role === 'requester' && state.status === 'cancelled' ? { ...state, by: '' } : state;
}

async function viewOf(
  read: Reader,
  scene: Scene,
  { id, locationId, title, start, end, state, ...one }: Appointment,
): Promise<HoldView> {
  const lead = leadOf(one.claims);
  const technician = lead === undefined ? undefined : await read.get('resource', lead.resourceId);
  return {
    id,
    requester: one.source?.source ?? '',
    key: one.source?.id ?? '',
    locationId,
    title,
    start,
    end,
    technician: technician === undefined ? null : { id: technician.id, name: technician.name },
    state: asToldTo(scene, state),
  };
}
