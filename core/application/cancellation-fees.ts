import { insert, type Op } from '../domain/ops/op.ts';
import type { CancellationPolicy } from '../domain/organization/cancellation-policy.ts';
import type { Instant } from '../domain/time/instant.ts';
import { lateCancellationFee, noShowFee, type Commitment, type ComputedFee } from '../domain/policy/cancellation.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import type { Fee, FeeId, FeeState } from '../domain/work/fee.ts';
import { derivedId } from './derived-id.ts';
import { theOrganization } from './placement-context.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';

const DUE: FeeState = { status: 'due' };

/** What it costs to call off a confirmed appointment now; null when it is free. Requests and holds promise nothing. */
export async function cancellationFee(read: Reader, scene: Scene, row: Appointment): Promise<ComputedFee | null> {
  return row.state.status === 'confirmed' ? computed(read, row, lateCancellationFee, scene.now) : null;
}

/**
 * The row for a late cancellation; nothing when it is free. What is not charged is written down as waived by whoever calls
 * it off, for the same reason: money is never let go without a record.
 */
export async function chargeCancellation(
  read: Reader,
  scene: Scene,
  row: Appointment,
  args: { readonly feeId: FeeId | null; readonly charge: boolean; readonly reason: string },
): Promise<readonly Op[]> {
  const { feeId, charge, reason } = args;
  const state: FeeState = charge ? DUE : { status: 'waived', at: scene.now, by: scene.actor.name, reason };
  const fee = await cancellationFee(read, scene, row);
  return opsOf(scene, row, { feeId, reason: 'late-cancellation', state }, fee);
}

/** The row for a no-show; nothing when it costs nothing. */
export async function chargeNoShow(
  read: Reader,
  scene: Scene,
  row: Appointment,
  feeId: FeeId | null,
): Promise<readonly Op[]> {
  return opsOf(scene, row, { feeId, reason: 'no-show', state: DUE }, await computed(read, row, noShowFee, scene.now));
}

type Compute = (policy: CancellationPolicy, kept: Commitment, at: Instant) => ComputedFee | null;

async function computed(read: Reader, row: Appointment, compute: Compute, at: Instant): Promise<ComputedFee | null> {
  if (row.customerId === null) return null;
  const { policy } = await theOrganization(read);
  const customer = await read.get('customer', row.customerId);
  const serviceType = row.serviceTypeId === null ? undefined : await read.get('serviceType', row.serviceTypeId);
  const kept = { start: row.start, serviceType: serviceType ?? null, tier: customer?.tier ?? null };
  return compute(policy.cancellation, kept, at);
}

/** An appointment is called off or missed once, so its fee can have an id that follows from it. */
function opsOf(
  scene: Scene,
  row: Appointment,
  { feeId, reason, state }: { readonly feeId: FeeId | null; readonly reason: Fee['reason']; readonly state: FeeState },
  fee: ComputedFee | null,
): readonly Op[] {
  if (fee === null) return [];
  const { id: appointmentId, organizationId, customerId, title } = row;
  const id = feeId ?? derivedId(scene, 'fee', appointmentId);
  const head = { id, organizationId, appointmentId, customerId, title, reason };
  return [insert('fee', { ...head, ...fee, since: scene.now, state })];
}
