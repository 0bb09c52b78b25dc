import type { CommandArgs } from '../../contract/client.ts';
import type { OrganizationId } from '../../domain/organization/organization.ts';
import { derivedId } from '../derived-id.ts';
import type { Submission } from '../submit.ts';
import type { Scene } from '../use-case.ts';

/**
 * The command for a message that somebody brings as it is: an alert service over HTTP, a broker's adapter. All ids follow
 * from the message, so that one which is delivered twice is the same command twice.
 */
export function commandOfMessage(
  scene: Scene,
  organizationId: OrganizationId | null,
  message: CommandArgs<'receiveAlert'>['message'],
): Submission {
  const named = [organizationId ?? '', String(message['name']), String(message['id'])] as const;
  const args: CommandArgs<'receiveAlert'> = {
    id: derivedId(scene, 'alert', ...named),
    message,
    workOrderId: derivedId(scene, 'work-order', 'alert', ...named),
    appointmentId: derivedId(scene, 'appointment', 'alert', ...named),
  };
  const id = derivedId(scene, 'command', 'message', ...named, JSON.stringify(message));
  return { name: 'receiveAlert', input: { id, args } };
}
