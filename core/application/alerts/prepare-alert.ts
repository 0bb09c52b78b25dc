import type { CommandArgs } from '../../contract/client.ts';
import { readMessage } from '../../contract/messages/read-message.ts';
import type { AlertDetails } from '../ports/alert-details.ts';
import type { UnitHealth } from '../ports/unit-health.ts';
import type { Diagnostics } from '../ports/surroundings.ts';

/** Who is asked before a message becomes a command. A port that is not there is answered by the command itself. */
export interface AlertPorts {
  readonly details: AlertDetails | null;
  readonly health: UnitHealth | null;
  /** How long each may take, in milliseconds. */
  readonly patience: number;
  readonly diagnostics: Diagnostics;
}

type Args = CommandArgs<'receiveAlert'>;

/**
 * Asks the alert service and the health service, both at once, and puts what they said beside the message. Use cases wait
 * for nothing outside, so this happens before the command. One that fails or is late is null: the command then records
 * that it is missing and goes on with what is known here.
 */
export async function prepareAlert(args: Args, ports: AlertPorts): Promise<Args> {
  if (ports.details === null && ports.health === null) return args;
  const read = readMessage(args.message);
  // What cannot be read is refused by the command, field by field.
  if (!read.ok) return args;
  const message = read.value;
  const { details, health } = ports;
  const [about, state] = await Promise.all([
    details === null ? {} : ask('alert', ports, (signal) => details.detailsOf(message, signal)),
    health === null ? {} : ask('health', ports, (signal) => health.healthOf(message.unit, signal)),
  ]);
  return { ...args, details: { ...about, ...state } };
}

async function ask(
  port: 'alert' | 'health',
  { patience, diagnostics }: AlertPorts,
  question: (signal: AbortSignal) => Promise<Readonly<Record<string, unknown>>>,
): Promise<NonNullable<Args['details']>> {
  const signal = AbortSignal.timeout(patience);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('late')), { once: true });
  });
  try {
    return { [port]: await Promise.race([question(signal), late]) };
  } catch {
    diagnostics.note('warning', 'port-failed', { port });
    return { [port]: null };
  }
}
