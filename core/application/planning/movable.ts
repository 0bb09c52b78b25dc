import type { InstantRange } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { remainingReschedules } from '../../domain/work/change-limits.ts';
import { busyRange } from '../../domain/work/status-machine.ts';
import type { Scene } from '../use-case.ts';

/**
 * What a plan may move: confirmed work that has not begun, is not pinned, stands alone and may still be given another
 * date, all of it within the days that are looked at. Holds, meetings and parts of long work or of a series stay.
 */
export function isMovable(one: Appointment, within: InstantRange, scene: Scene): boolean {
  const { from, to } = busyRange(one, scene.now);
  return (
    one.state.status === 'confirmed' &&
    one.start > scene.now &&
    !one.pinned &&
    one.segment === null &&
    one.occurrence === null &&
    (one.workOrderId !== null || one.serviceTypeId !== null) &&
    one.claims.some((claim) => claim.role === 'lead') &&
    (one.rescheduleLimit === null || remainingReschedules(one) !== 0) &&
    within.from <= from &&
    to <= within.to
  );
}
