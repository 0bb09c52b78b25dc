import type { LocationId } from '../domain/organization/location.ts';
import type { PartId } from '../domain/parts/part.ts';
import { addMinutes, instant, type Instant } from '../domain/time/instant.ts';
import type { SampleService } from './catalogue.ts';
import type { SampleCustomer } from './customers.ts';
import type { Dice } from './dice.ts';
import { timed, type TimedCommand } from './timed-command.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes from now until the promise, for the nth unassigned work order: some overdue, some today, most later. */
function dueIn(dice: Dice, index: number): number | null {
  if (index < 2) return -dice.between(10, 90);
  if (index < 7) return dice.between(3, 8) * HOUR;
  if (index < 20) return dice.between(1, 3) * DAY + dice.below(6) * HOUR;
  return dice.chance(0.8) ? dice.between(3, 12) * DAY + dice.below(6) * HOUR : null;
}

/** Calls that came in and wait for a place. */
export function sampleTray(
  dice: Dice,
  locationId: LocationId,
  services: readonly SampleService[],
  customers: readonly SampleCustomer[],
  scarce: readonly PartId[],
  count: number,
  now: Instant,
): TimedCommand[] {
  const emergencies = services.filter((service) => service.kind === 'emergency');
  const others = services.filter((service) => service.kind !== 'emergency');
  return Array.from({ length: count }, (_, index) => {
    const service = index % 20 === 1 ? dice.pick(emergencies) : dice.pick(others);
    const customer = dice.pick(customers);
    const due = dueIn(dice, index);
    const at = addMinutes(now, -dice.between(15, index < 7 ? 10 * HOUR : 4 * DAY));
    const missing = index % 6 === 3 && scarce.length > 0 ? [{ partId: dice.pick(scarce), quantity: 1 }] : [];
    const promised = due === null ? null : instant(Math.round(addMinutes(now, due) / 900_000) * 900_000);
    return timed(at, 'openWorkOrder', {
      id: dice.id<'work-order'>(at),
      locationId,
      title: dice.pick(service.titles),
      description: dice.pick(service.faults),
      customerId: customer.id,
      unitId: dice.pick(customer.units),
      serviceTypeId: service.id,
      priority: service.priority,
      duration: service.duration,
      skills: [...service.skills],
      capabilities: service.capabilities === null ? null : [...service.capabilities],
      parts: [...service.parts, ...missing],
      windows: [],
      due: promised,
      preferredTechnicians: [],
      forbiddenTechnicians: [],
      place: service.capabilities === null ? { address: customer.address, coordinates: customer.coordinates } : null,
    });
  });
}
