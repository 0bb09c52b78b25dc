import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { commands, type CommandName } from '../contract/commands/index.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';

/**
 * A technician records work on appointments that claim it, by itself or as a member of a team. Denied by default: a
 * command that names no appointment by `id` is not a technician's.
 */
export async function checkOwnWork(
  read: Reader,
  command: { readonly name: CommandName; readonly args: unknown },
  { actor }: Pick<Scene, 'actor'>,
): Promise<Outcome<null, Refusal>> {
  const { permission } = commands[command.name];
  if (actor.role !== 'technician' || permission !== 'record-work') return accept(null);
  const id = idOf(command.args);
  if (id === undefined) return refuse({ kind: 'not-permitted', permission });
  const appointment = await read.get('appointment', id);
  // What is not there the use case refuses in its own words.
  if (appointment === undefined || (await claims(read, appointment, actor.resourceId))) return accept(null);
  return refuse({ kind: 'not-own-work', title: appointment.title });
}

function idOf(args: unknown): string | undefined {
  if (typeof args !== 'object' || args === null || !('id' in args)) return undefined;
  return typeof args.id === 'string' ? args.id : undefined;
}

async function claims(read: Reader, appointment: Appointment, resourceId: string | null): Promise<boolean> {
  if (resourceId === null) return false;
  const ids = appointment.claims.map((claim) => claim.resourceId);
  if (ids.some((id) => id === resourceId)) return true;
  const claimed = await read.getMany('resource', ids);
  return claimed.some((one) => one.kind === 'team' && one.members.some((member) => member === resourceId));
}
