import { accept } from '../../kernel/outcome.ts';
import { judge, verdictOf } from '../../domain/rules/judge.ts';
import { busyIndexOf } from '../../domain/board/busy-index.ts';
import type { JudgedReason, Verdict } from '../../domain/rules/reason.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { busyRange, nextStatuses } from '../../domain/work/status-machine.ts';
import { loadAppointmentNeeds } from '../needs.ts';
import { loadFactsFor } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import type { Answerer, Scene } from '../use-case.ts';
import { loadLabels } from './day/labels.ts';
import { loadSupply } from './day/supply.ts';
import { isVisited, shownState } from './day/visits.ts';
import type { RowMemory } from './memory/row-memory.ts';
import { eyesOf, seenHistory } from './privacy/eyes.ts';
import { seenAppointment, seenCustomer, seenNeeds, seenUnit, seenWorkOrder } from './privacy/seen-rows.ts';
import { notFound } from '../refusals.ts';

/** So much history is shown at once; the history query has the rest. */
export const HISTORY_SHOWN = 50;

/** One appointment with everything the details panel shows, as far as it is for whoever asks. */
export function appointmentDetails(memory: RowMemory): Answerer<'appointmentDetails'> {
  return async (reader, { id }, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const appointment = await read.get('appointment', id);
    if (appointment === undefined) return notFound('appointment', id, 'id');
    const labels = await loadLabels(known, [appointment]);
    const { needs, source } = await loadAppointmentNeeds(read, appointment, scene.now);
    const supply = await loadSupply(read, scene, appointment.locationId, needs.parts);
    const ids = appointment.claims.map((claim) => claim.resourceId);
    const resources = await read.getMany('resource', ids);
    const eyes = eyesOf(scene);
    const customer = labels.customer(appointment);
    const unit = labels.unit(appointment);
    return accept({
      appointment: seenAppointment(eyes, appointment),
      workOrder: source.workOrder === null ? null : seenWorkOrder(eyes, source.workOrder),
      customer: customer === undefined ? null : seenCustomer(eyes, customer),
      unit: unit === undefined ? null : seenUnit(eyes, unit),
      kind: source.kind,
      serviceType: source.serviceType,
      resources: resources.map((one) => ({
        id: one.id,
        name: one.name,
        kind: one.kind,
        phone: one.kind === 'technician' ? one.phone : '',
      })),
      parts: supply.lines(needs.parts, appointment.id),
      needs: seenNeeds(eyes, needs),
      verdict: await presentVerdict(read, scene, appointment, needs),
      nextStatuses: nextStatuses(shownState(appointment, scene.now).status),
      history: await seenHistory(eyes, read, { entity: 'appointment', id, limit: HISTORY_SHOWN }),
    });
  };
}

/** How its place stands with the rules. What is over or called off has no place to be judged. */
async function presentVerdict(
  read: Reader,
  scene: Scene,
  appointment: Appointment,
  needs: PlacementNeeds,
): Promise<Verdict> {
  const state = shownState(appointment, scene.now);
  if (state.status === 'completed' || (!isVisited(state) && state.status !== 'requested')) return verdictOf([]);
  const location = await read.get('location', appointment.locationId);
  const [organization] = await read.all('organization');
  if (location === undefined || organization === undefined) return verdictOf([]);
  const context = await loadFactsFor(read, scene, {
    location,
    organization,
    resources: await read.getMany(
      'resource',
      appointment.claims.map((claim) => claim.resourceId),
    ),
    partIds: needs.parts.map((need) => need.partId),
    range: busyRange(appointment, scene.now),
  });
  // That its start goes by is no fault of its place.
  const { reasons } = judge(appointment, needs, busyIndexOf(context), { recording: true });
  return verdictOf([...pendingReasons(appointment), ...reasons]);
}

/** A request that waits for approval says which rule wants it: its place alone would look clear. */
function pendingReasons({ state }: Appointment): readonly JudgedReason[] {
  if (state.status !== 'requested' || state.approval !== 'pending') return [];
  const { name = '', priority = 0 } = state.needs ?? {};
  return [{ severity: 'caution', reason: { rule: 'approval', why: 'pending', name, priority } }];
}
