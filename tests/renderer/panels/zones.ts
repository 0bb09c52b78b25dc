import zoneTable from '../../../resources/zones/zones.json';
import { zonesFrom, type ZoneId } from '../../../core/domain/time/zones.ts';

export const zones = zonesFrom(zoneTable);
export const OSLO = 'Europe/Oslo' as ZoneId;
export const place = { zones, zone: OSLO };
