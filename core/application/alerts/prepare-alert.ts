import type { ParsedArgs } from '../../contract/client.ts';
import { readMessage } from '../../contract/messages/read-message.ts';
import { parse } from '../../contract/parse.ts';
import { jsonObject, type JsonObject } from '../../contract/services/json-object.ts';
import { askInTime, type Asking } from '../outside/ask-in-time.ts';
import type { Outside } from '../outside/outside.ts';

type Args = ParsedArgs<'receiveAlert'>;
export type AlertPorts = Pick<Outside, 'details' | 'health'> & Asking;

/**
 * Asks the alert service and the health service, both at once, and puts what they said beside the message. Use cases wait
 * for nothing outside, so this happens before the command. One that fails, is late or answers what cannot be kept is null:
 * the command then records that it is missing and goes on with what is known here.
 */
export async function prepareAlert(args: Args, ports: AlertPorts): Promise<Args> {
  const { details, health } = ports;
  // Whoever sends answers along has asked already.
  if ((details === null && health === null) || args.details !== null) return args;
  const read = readMessage(args.message);
  // What cannot be read is refused by the command, field by field.
  if (!read.ok) return args;
  const message = read.value;
  const [about, state] = await Promise.all([
    details === null
      ? undefined
      : askInTime('alert', ports, async (signal) => keepable(await details.detailsOf(message, signal))),
    health === null
      ? undefined
      : askInTime('health', ports, async (signal) => keepable(await health.healthOf(message.unit, signal))),
  ]);
  return {
    ...args,
    details: { ...(about === undefined ? {} : { alert: about }), ...(state === undefined ? {} : { health: state }) },
  };
}

/** An answer that does not fit beside the message would cost the message. */
function keepable(answer: JsonObject): JsonObject {
  const parsed = parse(jsonObject, answer);
  if (!parsed.ok) throw new Error('not to be kept');
  return parsed.value;
}
