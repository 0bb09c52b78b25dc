import { shareOf } from '../../../kernel/statistics.ts';
import type { Recommended, ReportRows } from '../../../contract/views/report-view.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { isFirstPart, isWork } from './work.ts';
import { startingIn, type ReportSpan } from './report-rows.ts';

type Row = ReportRows['recommendedShare']['row'];

/** Booked work by the rank of the suggestion that was taken, best first, at the end what took none. */
export async function recommendedRows(span: ReportSpan): Promise<readonly Recommendation[]> {
  const appointments = await startingIn(span);
  return appointments
    .filter((one) => isWork(one) && isFirstPart(one) && wasBooked(one))
    .map(({ suggested }) => ({
      rank: suggested?.rank ?? null,
    }));
}

export interface Recommendation {
  readonly rank: number | null;
}

export function recommendedByRank(all: readonly Recommendation[]): readonly Row[] {
  const ranks = [...new Set(all.map((one) => one.rank))].toSorted(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  return ranks.map((rank) => {
    const appointments = all.filter((one) => one.rank === rank).length;
    return { rank, appointments, share: shareOf(appointments, all.length) };
  });
}

export function recommendedTotal(all: readonly Recommendation[]): Recommended {
  const taken = all.filter((one) => one.rank !== null).length;
  return { appointments: all.length, share: shareOf(taken, all.length) };
}

function wasBooked({ state }: Appointment): boolean {
  return state.status !== 'requested' && state.status !== 'cancelled';
}
