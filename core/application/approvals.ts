import { refuse, type Outcome, type Refused } from '../kernel/outcome.ts';
import { may } from '../contract/permission.ts';
import type { Refusal } from '../contract/refusal.ts';
import { approvalFor } from '../domain/board/approval.ts';
import { update } from '../domain/ops/op.ts';
import type { Appointment, AppointmentState } from '../domain/work/appointment.ts';
import type { Reader, WriteTx } from './ports/store.ts';
import { decide } from './refusals.ts';
import { release } from './release-parts.ts';
import { loadApprovals } from './rule-facts.ts';
import type { Decision, Scene } from './use-case.ts';
import { confirm } from './waiting/confirm.ts';

type Asked = Pick<Appointment, 'locationId' | 'start' | 'end' | 'claims' | 'priority' | 'serviceTypeId'>;
export type Requested = Extract<AppointmentState, { readonly status: 'requested' }>;

/**
 * The state of a booking that has to wait for approval; null when nobody has to be asked. Whoever may approve gives the
 * approval by booking.
 */
export async function pendingApproval(
  read: Reader,
  scene: Scene,
  asked: Asked,
  as: 'requested' | 'confirmed',
): Promise<Requested | null> {
  if (may(scene.actor.role, 'override-limits')) return null;
  const rules = await loadApprovals(read, asked.locationId);
  const { start, end, claims, priority, serviceTypeId } = asked;
  const resourceIds = claims.map((claim) => claim.resourceId);
  const rule = approvalFor(rules, { start, end, resourceIds, priority, serviceTypeId });
  if (rule?.decision !== 'needed') return null;
  const { ruleId, name, priority: rank } = rule;
  return { status: 'requested', approval: 'pending', needs: { ruleId, name, priority: rank, asked: as } };
}

/**
 * The same for an appointment that becomes another one: null too where the rule was met already and it gets no longer. What
 * was agreed stays agreed, but nobody agreed to more.
 */
export async function pendingAnew(
  read: Reader,
  scene: Scene,
  before: Asked,
  after: Asked,
  as: 'requested' | 'confirmed',
): Promise<Requested | null> {
  const waits = await pendingApproval(read, scene, after, as);
  if (waits === null) return null;
  const earlier = await pendingApproval(read, scene, before, as);
  const longer = after.end - after.start > before.end - before.start;
  return longer || earlier?.needs?.ruleId !== waits.needs?.ruleId ? waits : null;
}

/** A promise does not become a request again: what would have to be approved anew is for somebody who may. */
export function approvalNeeded(title: string, { needs }: Requested): Refused<Refusal> {
  return refuse({ kind: 'approval-needed', title, rule: needs?.name ?? '', priority: needs?.priority ?? 0 });
}

/**
 * Confirms a request or a hold, or makes it wait where a rule wants an approval first; one that waits already is refused.
 * A hold that has to wait keeps its place no longer: a request promises nothing.
 */
export async function confirmOrAsk(
  tx: WriteTx,
  scene: Scene,
  before: Appointment,
  reservationIds: Parameters<typeof confirm>[3],
): Promise<Outcome<Decision, Refusal>> {
  const { state } = before;
  if (state.status === 'requested' && state.approval === 'pending') return approvalPending(before.title, state);
  // Nobody is asked to approve what cannot be confirmed anyway.
  if (before.claims.length === 0) return refuse({ kind: 'no-place', title: before.title });
  const approved = state.status === 'requested' && state.approval === 'approved';
  const waits = approved ? null : await pendingApproval(tx, scene, before, 'confirmed');
  if (waits === null) return confirm(tx, scene, before, reservationIds);
  const ops = [update('appointment', before, { ...before, state: waits }), ...(await release(tx, before))];
  return decide(before.title, ops);
}

/** Nothing can be done with a request before somebody has approved it. */
function approvalPending(title: string, { needs }: Requested): Refused<Refusal> {
  return refuse({ kind: 'approval-pending', title, rule: needs?.name ?? '', priority: needs?.priority ?? 0 });
}
