import zoneTable from '../../resources/zones/zones.json' with { type: 'json' };
import type { Clock } from '../application/ports/surroundings.ts';
import { instant, type Instant } from '../domain/time/instant.ts';
import { zonesFrom } from '../domain/time/zones.ts';

/** The product's own zone table: no other conversion is used anywhere. */
export const zones = zonesFrom(zoneTable);

export const systemClock: Clock = { now: () => instant(Date.now()) };

/** A clock that begins at a moment and runs as the real one does. */
export function clockFrom(begin: Instant): Clock {
  const started = Date.now();
  return { now: () => instant(begin + Date.now() - started) };
}
