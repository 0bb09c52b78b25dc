import { shareOf } from '../../../kernel/statistics.ts';
import type { Missed, ReportRows } from '../../../contract/views/report-view.ts';
import type { CancellationPolicy } from '../../../domain/organization/cancellation-policy.ts';
import { freeUntil } from '../../../domain/policy/cancellation.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import { isFirstPart } from './work.ts';
import { startingIn, type ReportSpan } from './report-rows.ts';

/** Who did not come and who called off too late, of one location, by the cancellation policy. */
export async function missedRow(
  span: ReportSpan,
  policy: CancellationPolicy,
): Promise<ReportRows['noShowAndLateCancel']['row']> {
  const firm = (await startingIn(span)).filter((one) => isFirstPart(one) && isFirm(one, policy));
  const noShows = firm.filter((one) => one.state.status === 'no-show').length;
  const lateCancellations = firm.filter((one) => one.state.status === 'cancelled').length;
  const { id, name } = span.location;
  return { locationId: id, location: name, ...counted(firm.length, noShows, lateCancellations) };
}

export function missedTotal(rows: readonly Missed[]): Missed {
  const sum = (field: 'appointments' | 'noShows' | 'lateCancellations'): number =>
    rows.reduce((total, row) => total + row[field], 0);
  return counted(sum('appointments'), sum('noShows'), sum('lateCancellations'));
}

function counted(appointments: number, noShows: number, lateCancellations: number): Missed {
  const noShowShare = shareOf(noShows, appointments);
  return {
    appointments,
    noShows,
    lateCancellations,
    noShowShare,
    lateCancelShare: shareOf(lateCancellations, appointments),
  };
}

/** Still there when calling off was no longer free. */
function isFirm({ state, start }: Appointment, policy: CancellationPolicy): boolean {
  if (state.status === 'requested' || state.status === 'held') return false;
  return state.status !== 'cancelled' || state.at > freeUntil(policy, start);
}
