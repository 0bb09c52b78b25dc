import { zonesFrom, type ZoneId, type Zones } from '../../../core/domain/time/zones.ts';
import table from '../../../resources/zones/zones.json' with { type: 'json' };

/** The product's own table, as every host gets it. */
export const zones: Zones = zonesFrom(table);

export function zone(name: string): ZoneId {
  if (!zones.has(name)) throw new Error(`The table has no zone ${name}`);
  return name;
}
