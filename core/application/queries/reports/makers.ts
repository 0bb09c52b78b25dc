import type { ReportName } from '../../../contract/reports.ts';
import type { ReportRows } from '../../../contract/views/report-view.ts';
import type { CancellationPolicy } from '../../../domain/organization/cancellation-policy.ts';
import { bookingSuccessRows, bookingSuccessTotal } from './booking-success.ts';
import { askedTimes, demandRows } from './demand.ts';
import { fairnessRows, fairnessTotal } from './fairness.ts';
import { missedRow, missedTotal } from './no-show-and-late-cancel.ts';
import { overtimeRows, overtimeTotal } from './overtime.ts';
import { byServiceType, durationsOf, finishedWork } from './planned-versus-actual.ts';
import { recommendedByRank, recommendedRows, recommendedTotal } from './recommended-share.ts';
import type { ReportSpan } from './report-rows.ts';
import { travelRows, travelTotal } from './travel-share.ts';
import { utilisationOfAll, utilisationRows } from './utilisation.ts';
import { waits, waitsByPriority, waitTotal } from './wait-by-urgency.ts';

/** Rows and total of one report over one or several locations. */
export interface Made<N extends ReportName> {
  readonly rows: readonly ReportRows[N]['row'][];
  readonly total: ReportRows[N]['total'];
}

type Maker<N extends ReportName> = (spans: readonly ReportSpan[]) => Promise<Made<N>>;

async function each<T>(spans: readonly ReportSpan[], ask: (span: ReportSpan) => Promise<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for (const span of spans) for (const one of await ask(span)) found.push(one);
  return found;
}

/** Every report by its name. The policy says when calling off is late. */
export function makers(policy: CancellationPolicy): { readonly [N in ReportName]: Maker<N> } {
  return {
    async utilisation(spans) {
      const rows = await each(spans, utilisationRows);
      return { rows, total: utilisationOfAll(rows, (await spans[0]?.read.all('resource')) ?? [], null) };
    },
    async bookingSuccess(spans) {
      const rows = await each(spans, bookingSuccessRows);
      return { rows: perPriority(rows), total: bookingSuccessTotal(rows) };
    },
    async recommendedShare(spans) {
      const all = await each(spans, recommendedRows);
      return { rows: recommendedByRank(all), total: recommendedTotal(all) };
    },
    async waitByUrgency(spans) {
      const all = await each(spans, waits);
      return { rows: waitsByPriority(all), total: waitTotal(all) };
    },
    async noShowAndLateCancel(spans) {
      const rows = await each(spans, async (span) => [await missedRow(span, policy)]);
      return { rows, total: missedTotal(rows) };
    },
    async travelShare(spans) {
      const rows = await each(spans, travelRows);
      return { rows, total: travelTotal(rows) };
    },
    async overtime(spans) {
      const rows = await each(spans, overtimeRows);
      return { rows, total: overtimeTotal(rows) };
    },
    async fairness(spans) {
      const rows = await each(spans, fairnessRows);
      return { rows, total: fairnessTotal(rows) };
    },
    async demand(spans) {
      const all = await each(spans, askedTimes);
      return { rows: demandRows(all), total: { appointments: all.length } };
    },
    async plannedVersusActual(spans) {
      const all = await each(spans, finishedWork);
      const types = (await spans[0]?.read.all('serviceType')) ?? [];
      return { rows: byServiceType(all, types), total: durationsOf(all) };
    },
  };
}

type SuccessRow = ReportRows['bookingSuccess']['row'];

/** Locations together. */
function perPriority(rows: readonly SuccessRow[]): readonly SuccessRow[] {
  return [...Map.groupBy(rows, (row) => row.priority)].map(([priority, own]) => ({
    priority,
    ...bookingSuccessTotal(own),
  }));
}
