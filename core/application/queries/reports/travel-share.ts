import { shareOf } from '../../../kernel/statistics.ts';
import type { ReportRows, Travel } from '../../../contract/views/report-view.ts';
import { MINUTE } from '../../../domain/time/instant.ts';
import { technicianVisits } from '../day/technician-legs.ts';
import { byResource, shownState } from '../day/visits.ts';
import { localDays } from '../day/work-days.ts';
import { startingIn, type ReportSpan } from './report-rows.ts';

type Row = ReportRows['travelShare']['row'];

/** Drive and work minutes of every technician who went anywhere. */
export async function travelRows(span: ReportSpan): Promise<readonly Row[]> {
  const { read, scene, location, from: date, days } = span;
  const appointments = (await startingIn(span)).filter((one) => shownState(one, scene.now).status !== 'requested');
  const lists = byResource(appointments);
  const local = { zone: location.zone, date, days };
  const dayRanges = localDays(scene.surroundings.zones, location.zone, date, days).map((day) => day.range);
  const rows: Row[] = [];
  for (const resource of await read.all('resource')) {
    if (resource.locationId !== location.id) continue;
    const visits = technicianVisits(resource, lists.get(resource.id) ?? [], {
      scene,
      location,
      local,
      days: dayRanges,
    });
    if (visits.length === 0) continue;
    const driveMinutes = visits.reduce((sum, { leg }) => sum + leg.before + leg.after, 0);
    const workMinutes = visits.reduce((sum, { appointment: { start, end } }) => sum + (end - start) / MINUTE, 0);
    rows.push({ resourceId: resource.id, resource: resource.name, ...travelOf(driveMinutes, workMinutes) });
  }
  return rows;
}

export function travelTotal(rows: readonly Travel[]): Travel {
  const drive = rows.reduce((sum, row) => sum + row.driveMinutes, 0);
  return travelOf(
    drive,
    rows.reduce((sum, row) => sum + row.workMinutes, 0),
  );
}

function travelOf(driveMinutes: number, workMinutes: number): Travel {
  return { driveMinutes, workMinutes, share: shareOf(driveMinutes, driveMinutes + workMinutes) };
}
