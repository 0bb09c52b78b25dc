import type { CommandArgs } from '../../../core/contract/client.ts';
import type { AlertWhy } from '../../../core/domain/work/alert.ts';
import type { AppointmentKind } from '../../../core/domain/work/service-type.ts';
import type { Stage } from '../../builders/use-world.ts';
import { organizationArgs } from '../../builders/world.ts';

type Message = CommandArgs<'receiveAlert'>['message'];

/** The message with fresh ids for what may come of it. */
export function alertArgs(stage: Stage, message: Message): CommandArgs<'receiveAlert'> {
  const { ids } = stage;
  return { id: ids.next(), message, workOrderId: ids.next(), appointmentId: ids.next() };
}

/** Sends it and answers the alert as it is kept, in words and rows. */
export async function taken(stage: Stage, message: Message, more: Partial<CommandArgs<'receiveAlert'>> = {}) {
  const args = { ...alertArgs(stage, message), ...more };
  await stage.done('receiveAlert', args);
  const alert = await stage.store.read.get('alert', args.id);
  if (alert === undefined) throw new Error('There is no alert');
  const whys: readonly AlertWhy[] = alert.reasons.map((reason) => reason.why);
  const { outcome } = alert;
  const workOrder =
    outcome.status === 'noted' ? undefined : await stage.store.read.get('workOrder', outcome.workOrderId);
  const appointment =
    outcome.status === 'booked' ? await stage.store.read.get('appointment', outcome.appointmentId) : undefined;
  return { args, alert, whys, workOrder, appointment };
}

/** The one kind there is books such messages by itself, or does not. */
export async function kindBooks(
  stage: Stage,
  autoBook: AppointmentKind['autoBook'],
  code: AppointmentKind['code'] = 'repair',
) {
  const { world } = stage;
  const kind = { id: world.kindId, code, name: 'Repair', shortest: 30, longest: 240, priority: 'urgent' as const };
  await stage.done('updateAppointmentKind', { ...kind, autoBook });
}

/** The organization's own policy but for this. */
export async function policyIs(stage: Stage, more: Partial<CommandArgs<'updatePolicy'>['policy']>): Promise<void> {
  const { organizationId } = stage.world;
  const { policy } = organizationArgs(organizationId);
  await stage.done('updatePolicy', { organizationId, policy: { ...policy, ...more } });
}
