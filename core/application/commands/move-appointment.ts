import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update, type Op } from '../../domain/ops/op.ts';
import { durationOf, range } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { occupies } from '../../domain/work/status-machine.ts';
import { announce, announceLead } from '../announce.ts';
import { approvalNeeded, pendingAnew } from '../approvals.ts';
import { checkSeveral } from '../claimed.ts';
import { checkTimes } from '../claims-check.ts';
import { releaseExpired } from '../holds.ts';
import { changesOfMove } from '../long-work/chain.ts';
import { checkMovedClaims, sameClaims } from '../moved-claims.ts';
import { loadAppointmentNeeds } from '../needs.ts';
import { busyOf, findPlace } from '../place.ts';
import type { WriteTx } from '../ports/store.ts';
import { decide, found } from '../refusals.ts';
import { pastLimit, withLimit } from '../reschedule-limit.ts';
import { release } from '../release-parts.ts';
import { isFinal } from '../transition.ts';
import type { Decision, Scene, UseCase } from '../use-case.ts';

/** Moving keeps the status: confirmed stays confirmed and counts the new date; a hold keeps its time to run. */
export const moveAppointment: UseCase<'moveAppointment'> = async (tx, args, scene) => {
  const row = await found(tx, 'appointment', args.id, 'id');
  return row.ok ? moveOf(tx, row.value, args, scene) : row;
};

/** The same for a row that has been read: of a plan, it may have left its place in the transaction already. */
export async function moveOf(
  tx: WriteTx,
  before: Appointment,
  args: ParsedArgs<'moveAppointment'>,
  scene: Scene,
): Promise<Outcome<Decision, Refusal>> {
  const { start, end } = args;
  if (isFinal(before.state.status)) return finalStatus(before);
  const times = checkTimes(start, end);
  if (!times.ok) return times;
  const location = await found(tx, 'location', before.locationId, 'id');
  if (!location.ok) return location;
  const { needs, source } = await loadAppointmentNeeds(tx, before, scene.now);
  const underway = before.state.status === 'in-progress';
  const wanted = await checkMovedClaims(tx, before, { ...args, findPartner: args.findPartner && !underway }, needs);
  if (!wanted.ok) return wanted;
  const { kept } = wanted.value;
  const several = checkSeveral(scene, [...wanted.value.claims, ...(kept === null ? [] : [kept])], before.claims);
  if (!several.ok) return several;
  const moves = start !== before.start;
  if (underway && (moves || !sameClaims(before.claims, wanted.value.claims, ['lead', 'bay'])))
    return isUnderway(before);
  const limit = moves ? pastLimit(before, scene) : accept(null);
  if (!limit.ok) return limit;
  const judged = await findPlace(tx, scene, {
    ...wanted.value,
    location: location.value,
    organization: source.organization,
    needs: { ...needs, duration: durationOf(range(start, end)) },
    start,
    end,
    // Where the start stays, it was judged when it was given.
    recording: !moves,
  });
  const place = withLimit(judged, limit.value, scene);
  if (!place.ok) return place;
  const { claims } = place.value;
  const overrode = [...place.value.overrode, ...(limit.value === null ? [] : [limit.value])];
  const after: Appointment = { ...before, start, end, claims, ...(moves ? counted(before, scene) : {}) };
  const { state } = before;
  const agreed = state.status === 'confirmed' || (state.status === 'requested' && state.approval === 'approved');
  const waits = agreed ? await pendingAnew(tx, scene, before, after, 'confirmed') : null;
  if (waits !== null && state.status === 'confirmed') return approvalNeeded(before.title, waits);
  if (!occupies(before, scene.now))
    return decide(after.title, await opsOfRequest(tx, before, { ...after, state: waits ?? state }), { overrode });
  const ids = claims.map((claim) => claim.resourceId);
  const released = await releaseExpired(tx, scene, ids, busyOf(needs, start, end), before.id);
  const rescheduled = moves && before.state.status === 'confirmed' ? [announce('appointment.rescheduled', after)] : [];
  const domainEvents = [...rescheduled, ...announceLead(before, after)];
  return decide(after.title, [...released, ...(await changesOfMove(tx, before, after))], { overrode, domainEvents });
}

/** A hold that has run out is only a request: moving it does not bring it back, and its parts are free. */
async function opsOfRequest(tx: WriteTx, before: Appointment, after: Appointment): Promise<readonly (Op | null)[]> {
  if (before.state.status !== 'held') return [update('appointment', before, after)];
  const state = { status: 'requested', approval: 'none' } as const;
  return [update('appointment', before, { ...after, state }), ...(await release(tx, before))];
}

function counted(before: Appointment, scene: Scene): Partial<Appointment> {
  if (before.state.status !== 'confirmed') return {};
  return { rescheduleCount: before.rescheduleCount + 1, rescheduledAt: scene.now };
}

function finalStatus({ title, state: { status } }: Appointment): Outcome<never, Refusal> {
  return refuse({ kind: 'final-status', title, status });
}

/** Work underway keeps its start, its lead and its bay. */
function isUnderway({ title }: Appointment): Outcome<never, Refusal> {
  return refuse({ kind: 'wrong-status', title, from: 'in-progress', to: 'confirmed' });
}
