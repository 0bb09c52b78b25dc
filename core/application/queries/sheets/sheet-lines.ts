import type { SheetJob, SheetLine } from '../../../contract/views/sheet-view.ts';
import type { Coordinates, Location } from '../../../domain/organization/location.ts';
import type { InstantRange, Minutes } from '../../../domain/time/instant.ts';
import { roadKilometres } from '../day/drive.ts';
import type { Leg } from '../day/legs.ts';

/** One job with its drives and the place it is at. */
export interface PlacedJob {
  readonly job: SheetJob;
  readonly leg: Leg;
  readonly at: Coordinates;
}

/**
 * The sheet's lines in the order of the day: drives, jobs, breaks. A break between two jobs that are apart is told with
 * the drive after it. `jobs` and `breaks` are sorted by start.
 */
export function sheetLines(
  jobs: readonly PlacedJob[],
  breaks: readonly InstantRange[],
  home: Coordinates,
  location: Location,
): readonly SheetLine[] {
  const lines: SheetLine[] = [];
  const waiting = [...breaks];
  let place = home;
  const drive = (to: string, travel: Minutes, at: Coordinates, before: readonly InstantRange[]): void => {
    const pauses = [...before];
    const afterBreak = travel > 0 ? (pauses.pop() ?? null) : null;
    for (const range of pauses) lines.push({ kind: 'break', range });
    if (travel > 0)
      lines.push({ kind: 'travel', to, travel, kilometres: roadKilometres(location, place, at), afterBreak });
    place = at;
  };
  for (const [index, { job, leg, at }] of jobs.entries()) {
    const first = waiting.findIndex((pause) => pause.from >= job.start);
    const before = waiting.splice(0, first < 0 ? waiting.length : first);
    drive(job.address === '' ? job.title : job.address, leg.before, at, before);
    lines.push({ kind: 'job', job });
    // The second shift of a day begins at home again; breaks between the two are told after it.
    const isLast = index === jobs.length - 1;
    if (leg.after > 0) drive('', leg.after, home, isLast ? waiting.splice(0) : []);
  }
  for (const range of waiting) lines.push({ kind: 'break', range });
  return lines;
}
