import { covered, intersect, subtract, type Span } from '../../../kernel/sorted-ranges.ts';
import { shareOf } from '../../../kernel/statistics.ts';
import type { Overtime, ReportRows } from '../../../contract/views/report-view.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import { MINUTE } from '../../../domain/time/instant.ts';
import { workedRange } from '../../../domain/work/appointment-time.ts';
import { byResource } from '../day/visits.ts';
import { chunksOf, type ReportSpan } from './report-rows.ts';

type Row = ReportRows['overtime']['row'];

/** Work of every technician, and the part of it outside shifts. Days are counted by the clock, wherever a shift began. */
export async function overtimeRows(span: ReportSpan): Promise<readonly Row[]> {
  const { read, scene } = span;
  const names = new Map((await read.all('resource')).map((one) => [one.id, one.name]));
  const sums = new Map<ResourceId, { work: number; outside: number }>();
  for await (const { context, appointments } of chunksOf(span)) {
    const done = appointments.filter(({ state: { status } }) => WORKED.has(status));
    const lists = byResource(done);
    for (const { id, shifts } of context.technicians) {
      const worked: readonly Span[] = (lists.get(id) ?? []).map((one) => workedRange(one, scene.now));
      const inside = intersect(worked, [context.range]);
      if (inside.length === 0) continue;
      const sum = sums.get(id) ?? { work: 0, outside: 0 };
      sum.work += covered(inside) / MINUTE;
      sum.outside += covered(subtract(inside, shifts)) / MINUTE;
      sums.set(id, sum);
    }
  }
  return [...sums].map(([id, { work, outside }]) => ({
    resourceId: id,
    resource: names.get(id) ?? '',
    ...overtimeOf(work, outside),
  }));
}

const WORKED: ReadonlySet<string> = new Set(['confirmed', 'in-progress', 'completed']);

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
