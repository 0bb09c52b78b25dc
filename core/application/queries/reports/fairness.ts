import { shareOf } from '../../../kernel/statistics.ts';
import type { ReportRows } from '../../../contract/views/report-view.ts';
import { giniOf } from '../../../domain/policy/exposure.ts';
import type { ResourceId } from '../../../domain/resources/resource.ts';
import type { ReportSpan } from './report-rows.ts';
import { utilisationRows, utilisationTotal } from './utilisation.ts';

type Row = ReportRows['fairness']['row'];

/** Booked and open minutes of every technician with open minutes, over the whole span. */
export async function fairnessRows(span: ReportSpan): Promise<readonly Row[]> {
  const sums = new Map<ResourceId, Row>();
  for (const row of await utilisationRows(span)) {
    if (row.kind !== 'technician') continue;
    const { resourceId, resource } = row;
    const before = sums.get(resourceId);
    const bookedMinutes = (before?.bookedMinutes ?? 0) + row.bookedMinutes;
    const openMinutes = (before?.openMinutes ?? 0) + row.openMinutes;
    sums.set(resourceId, { resourceId, resource, bookedMinutes, openMinutes, share: null });
  }
  return [...sums.values()]
    .filter((row) => row.openMinutes > 0)
    .map((row) => ({ ...row, share: shareOf(row.bookedMinutes, row.openMinutes) }));
}

export function fairnessTotal(rows: readonly Row[]): ReportRows['fairness']['total'] {
  const total = utilisationTotal(rows);
  return { ...total, gini: total.bookedMinutes === 0 ? null : giniOf(rows.map((row) => row.bookedMinutes)) };
}
