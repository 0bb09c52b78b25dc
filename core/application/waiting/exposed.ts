import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { ExposedSlot, Exposure } from '../../domain/work/exposure.ts';
import type { Reader } from '../ports/store.ts';
import { notFound } from '../refusals.ts';
import type { Scene } from '../use-case.ts';
import { onOffer } from './slot-pool.ts';

/** A requester holds only what it is shown now; whoever else names an exposure is held to it likewise. */
export async function checkExposed(
  read: Reader,
  scene: Scene,
  requester: string,
  args: ParsedArgs<'holdSlot'>,
): Promise<Outcome<null, Refusal>> {
  const { exposureId, start, technicianId } = args;
  if (exposureId === null)
    return scene.actor.role === 'requester' ? refuse({ kind: 'not-exposed', start }) : accept(null);
  const exposure = await read.get('exposure', exposureId);
  if (exposure === undefined || exposure.requester !== requester) return notFound('exposure', exposureId, 'exposureId');
  const shown = exposure.slots.find(
    (slot) =>
      slot.start === start && slot.technicianId === technicianId && (args.bayId === null || args.bayId === slot.bayId),
  );
  const fits =
    shown !== undefined &&
    exposure.until > scene.now &&
    // The work order of somebody outside is not the requester's to name.
    (args.workOrderId === null || scene.actor.role !== 'requester') &&
    exposure.locationId === args.locationId &&
    exposure.serviceTypeId === args.serviceTypeId &&
    (await stillOnOffer(read, exposure, shown));
  return fits ? accept(null) : refuse({ kind: 'not-exposed', start });
}

async function stillOnOffer(read: Reader, exposure: Exposure, slot: ExposedSlot): Promise<boolean> {
  const location = await read.get('location', exposure.locationId);
  const serviceType = await read.get('serviceType', exposure.serviceTypeId);
  if (location === undefined || serviceType === undefined) return false;
  return (await onOffer(read, location, serviceType, [slot])).length > 0;
}
