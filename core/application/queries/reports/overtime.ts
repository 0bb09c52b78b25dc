import { covered, subtract, type Span } from '../../../kernel/sorted-ranges.ts';
import { shareOf } from '../../../kernel/statistics.ts';
import type { Overtime, ReportRows } from '../../../contract/views/report-view.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { MINUTE } from '../../../domain/time/instant.ts';
import { workedRange } from '../../../domain/work/appointment-time.ts';
import { byResource } from '../day/visits.ts';
import { contextsOf, startingIn, type ReportSpan } from './report-rows.ts';

type Row = ReportRows['overtime']['row'];

const WORKED: ReadonlySet<string> = new Set(['confirmed', 'in-progress', 'completed']);
/** Work that begins on the last day can last until the day after the next one. */
const AFTER = 2;

/** Work of every active technician that starts in the span, and the part of it outside shifts. */
export async function overtimeRows(span: ReportSpan): Promise<readonly Row[]> {
  const { read, scene } = span;
  const names = new Map((await read.all('resource')).map((one) => [one.id, one.name]));
  const done = (await startingIn(span)).filter(({ state: { status } }) => WORKED.has(status));
  const lists = byResource(done);
  const shifts = await shiftsOf(span);
  return [...shifts].flatMap(([id, own]) => {
    const worked = (lists.get(id) ?? []).map((one) => workedRange(one, scene.now));
    const work = covered(worked) / MINUTE;
    if (work === 0) return [];
    return [
      { resourceId: id, resource: names.get(id) ?? '', ...overtimeOf(work, covered(subtract(worked, own)) / MINUTE) },
    ];
  });
}

/** Shifts of each active technician, breaks and absences left in. */
async function shiftsOf(span: ReportSpan): Promise<ReadonlyMap<ResourceId, readonly Span[]>> {
  const lists = new Map<ResourceId, Span[]>();
  for await (const { technicians } of contextsOf(span, AFTER)) {
    for (const { id, shifts } of technicians) {
      const list = lists.get(id) ?? [];
      for (const { from, to } of shifts) list.push({ from, to });
      lists.set(id, list);
    }
  }
  return lists;
}

export function overtimeTotal(rows: readonly Overtime[]): Overtime {
  const work = rows.reduce((sum, row) => sum + row.workMinutes, 0);
  return overtimeOf(
    work,
    rows.reduce((sum, row) => sum + row.overtimeMinutes, 0),
  );
}

function overtimeOf(workMinutes: number, overtimeMinutes: number): Overtime {
  return { workMinutes, overtimeMinutes, share: shareOf(overtimeMinutes, workMinutes) };
}
