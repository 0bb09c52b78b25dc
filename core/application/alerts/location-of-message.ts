import type { Location } from '../../domain/organization/location.ts';
import type { AlertReason } from '../../domain/work/alert.ts';
import type { Unit } from '../../domain/work/customer.ts';
import type { Reader } from '../ports/store.ts';

export interface FoundLocation {
  readonly location: Location | null;
  /** Null where the message named it. */
  readonly reason: AlertReason | null;
}

/**
 * Where the work of a message belongs: at the location it names, else where the unit was last, else at the first one,
 * because a message that nobody sees would be worse.
 */
export async function locationOfMessage(read: Reader, hint: string | null, unit: Unit | null): Promise<FoundLocation> {
  const locations = await read.all('location');
  const named = locations.find((one) => one.id === hint || one.name.toLowerCase() === hint?.toLowerCase());
  if (named !== undefined) return { location: named, reason: null };
  const [last] = unit === null ? [] : await read.appointmentsOfUnit(unit.id, 1);
  const location = locations.find((one) => one.id === last?.locationId) ?? locations[0];
  if (location === undefined) return { location: null, reason: { why: 'location-unknown', facts: {} } };
  const isPlain = hint === null && locations.length === 1;
  return { location, reason: isPlain ? null : { why: 'location-assumed', facts: { location: location.name } } };
}
