import type { CommandArgs } from '../../contract/client.ts';
import type { HostKind } from '../../contract/host-kind.ts';
import type { OrganizationId } from '../../domain/organization/organization.ts';
import { derivedId } from '../derived-id.ts';
import type { SceneMaker } from '../scene.ts';
import type { Submit, Submitted } from '../submit.ts';
import { prepareAlert, type AlertPorts } from './prepare-alert.ts';

/**
 * For whoever brings messages in, a broker's adapter for one: asks the ports, then sends the command. All ids follow from
 * the message, so that one which is delivered twice is the same command twice.
 */
export function createMessageTaker(parts: {
  readonly submit: Submit;
  readonly scenes: SceneMaker;
  readonly ports: AlertPorts;
  readonly host: HostKind;
}): (organizationId: OrganizationId, message: CommandArgs<'receiveAlert'>['message']) => Promise<Submitted> {
  const { submit, scenes, ports, host } = parts;
  return async (organizationId, message) => {
    const scene = scenes({ host });
    const named = [organizationId, String(message['name']), String(message['id'])] as const;
    const args = await prepareAlert(
      {
        id: derivedId(scene, 'alert', ...named),
        message,
        workOrderId: derivedId(scene, 'work-order', 'alert', ...named),
        appointmentId: derivedId(scene, 'appointment', 'alert', ...named),
      },
      ports,
    );
    const text = JSON.stringify(args);
    const id = derivedId(scene, 'command', 'message', ...named, text);
    return submit.one({ name: 'receiveAlert', input: { id, args } }, { host, organizationId });
  };
}
