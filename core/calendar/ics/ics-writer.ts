import type { IcsWriter } from '../../application/ports/ics-writer.ts';
import type { Zones } from '../../domain/time/zones.ts';
import { writeCalendar } from './write-calendar.ts';

/** The application's port for calendar files: a plain file without METHOD, to be opened or imported. */
export function icsWriter(zones: Zones): IcsWriter {
  return (calendar) => writeCalendar(zones, calendar);
}
