import type { IcsEvent } from '../../../core/calendar/ics/ics-event.ts';
import { addMinutes, instant, type Instant } from '../../../core/domain/time/instant.ts';
import { zone } from '../../domain/time/product-zones.ts';

export const at = (text: string): Instant => instant(Date.parse(text));

/** A confirmed one-hour event; everything else is left out unless given. */
export function event(uid: string, zoneName: string, start: Instant, more: Partial<IcsEvent> = {}): IcsEvent {
  return {
    uid,
    sequence: 0,
    stamp: at('2026-06-01T08:00:00Z'),
    start,
    end: addMinutes(start, 60),
    zone: zone(zoneName),
    summary: `Visit ${uid}`,
    status: 'CONFIRMED',
    ...more,
  };
}

/** Zones of every sort: yearly rules north and south, rules with odd days, fixed ones, changing law, odd offsets. */
export const manyZones: readonly string[] = [
  'America/New_York',
  'Europe/Berlin',
  'Europe/Dublin',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'America/Santiago',
  'America/Nuuk',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Europe/Moscow',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Antarctica/Troll',
];
