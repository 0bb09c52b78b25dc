import { subtract } from '../../kernel/sorted-ranges.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { TechnicianFacts } from '../../domain/board/placement-context.ts';
import { insert, update, type Op } from '../../domain/ops/op.ts';
import type { Location } from '../../domain/organization/location.ts';
import { addMinutes, instant, MINUTE, range, type InstantRange } from '../../domain/time/instant.ts';
import type { SlotInstance } from '../../domain/work/slot-instance.ts';
import { derivedId } from '../derived-id.ts';
import { loadPlacementContext } from '../placement-context.ts';
import { decide, found, foundAll, foundOrNull, invalid } from '../refusals.ts';
import type { Scene, UseCase } from '../use-case.ts';

type Args = ParsedArgs<'generateSlots'>;

const MOST = 5000;

/**
 * Slots lie end to end from the beginning of each stretch of work, breaks, absences and closures taken out. Bookings do not
 * count here: what is taken is not shown. The id of a slot follows from person, start and length, so that publishing again
 * adds nothing and brings back what was withdrawn.
 */
export const generateSlots: UseCase<'generateSlots'> = async (tx, args, scene) => {
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const serviceType = await foundOrNull(tx, 'serviceType', args.serviceTypeId, 'serviceTypeId');
  if (!serviceType.ok) return serviceType;
  const named = await foundAll(tx, 'resource', args.resourceIds ?? [], (index) => `resourceIds.${index}`);
  if (!named.ok) return named;
  const wrong = named.value.findIndex(
    (one) => one.kind !== 'technician' || !one.active || one.locationId !== args.locationId,
  );
  if (wrong >= 0) return invalid(`resourceIds.${wrong}`, 'must be an active technician of the location');
  const { locationId, from: date, days, resourceIds } = args;
  const { technicians, open } = await loadPlacementContext(tx, scene, { locationId, date, days, partIds: [] });
  const wanted = technicians.filter((one) => resourceIds === null || resourceIds.includes(one.id));
  const slots = wanted.flatMap((one) => slotsOf(one, open, args, scene, location.value));
  if (slots.length > MOST) return invalid('days', `must be fewer: this would publish more than ${MOST} slots`);
  const known = new Map(
    (
      await tx.getMany(
        'slotInstance',
        slots.map((one) => one.id),
      )
    ).map((one) => [one.id, one]),
  );
  const ops = slots.map((slot): Op | null => {
    const standing = known.get(slot.id);
    return standing === undefined ? insert('slotInstance', slot) : update('slotInstance', standing, slot);
  });
  return decide(location.value.name, ops);
};

function slotsOf(
  { id: resourceId, shifts, absences }: TechnicianFacts,
  open: readonly InstantRange[],
  args: Args,
  scene: Scene,
  { id: locationId, organizationId }: Location,
): readonly SlotInstance[] {
  const { duration, gap, serviceTypeId } = args;
  const slots: SlotInstance[] = [];
  for (const shift of shifts) {
    const atWork = subtract([shift], [...shift.closed, ...absences]);
    const shut = subtract([shift], open);
    for (const stretch of subtract(atWork, shut)) {
      for (let from = stretch.from; from + duration * MINUTE <= stretch.to; from += (duration + gap) * MINUTE) {
        if (from < scene.now) continue;
        const start = instant(from);
        const id = derivedId(scene, 'slot-instance', resourceId, start, duration);
        const span = range(start, addMinutes(start, duration));
        slots.push({ id, organizationId, locationId, resourceId, serviceTypeId, range: span, status: 'published' });
      }
    }
  }
  return slots;
}
