import type { JobSheet, JobSheets, SheetJob } from '../../../core/contract/views/sheet-view.ts';
import { instant, minutes, type Instant, type InstantRange } from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { dayRange, toInstant } from '../../../core/domain/time/local-time.ts';
import { zonesFrom, type ZoneId } from '../../../core/domain/time/zones.ts';
import { minuteOfDay } from '../../../core/domain/time/clock-text.ts';
import type { Press } from '../../../renderer/print/sheet-words.ts';
import { wordsFor } from '../../../renderer/words/words.ts';
import type { Language } from '../../../renderer/state/session.ts';
import zoneTable from '../../../resources/zones/zones.json' with { type: 'json' };

export const zones = zonesFrom(zoneTable);
export const OSLO = 'Europe/Oslo' as ZoneId;

/** A clock of one day: `at('08:30')`. */
export function dayOf(date: string, zone: ZoneId = OSLO) {
  const local = localDate(date);
  const at = (clock: string): Instant => {
    const [hours = 0, rest = 0] = clock.split(':').map(Number);
    return toInstant(zones, zone, local, minuteOfDay(hours * 60 + rest));
  };
  const span = (from: string, to: string): InstantRange => ({ from: at(from), to: at(to) });
  return { at, span, day: dayRange(zones, zone, local), zone, zones, date: local };
}

export type Day = ReturnType<typeof dayOf>;

export function job(range: InstantRange, more: Partial<SheetJob> = {}): SheetJob {
  return {
    appointmentId: `${range.from}`,
    occurrence: null,
    number: null,
    title: 'Brake failure, roadside',
    segment: null,
    start: range.from,
    end: range.to,
    status: 'confirmed',
    beThere: null,
    due: null,
    customer: 'Nordlast AS',
    tier: 'fleet',
    contact: 'Ingrid Berg',
    phone: '+47 555 01 22',
    unit: 'Scania R450',
    plate: '71-PQR-8',
    address: '',
    partner: '',
    notes: '',
    parts: [],
    checklist: [],
    ...more,
  };
}

export function sheet(more: Partial<JobSheet> = {}): JobSheet {
  return {
    resourceId: 'r',
    kind: 'technician',
    name: 'Victor Lin',
    detail: 'Brakes 3',
    startsFromHome: true,
    shifts: [],
    breaks: [],
    absent: null,
    work: minutes(0),
    driving: minutes(0),
    lines: [],
    ...more,
  };
}

export function press(day: Day, language: Language = 'en', more: Partial<JobSheets> = {}): Press {
  const printedAt = instant(day.at('07:02'));
  return {
    words: wordsFor('', language, { zones, zone: day.zone, now: printedAt }),
    zones,
    sheets: {
      location: { id: 'l', name: 'Harbour workshop', zone: day.zone, address: '', phone: '' },
      date: day.date,
      day: day.day,
      revision: 14,
      printedAt,
      sheets: [],
      ...more,
    },
  };
}
