import type { ParsedArgs } from '../../contract/client.ts';
import type { Caller } from '../../contract/dispatch.ts';
import type { ActingUser } from '../../domain/organization/actor.ts';
import type { Alert } from '../../domain/work/alert.ts';
import { prepareAlert } from '../alerts/prepare-alert.ts';
import type { Admitted } from '../execute.ts';
import type { Diagnostics } from '../ports/surroundings.ts';
import type { Reader, Store } from '../ports/store.ts';
import type { Prepare } from '../submit.ts';
import { neededParts } from './needed-parts.ts';
import type { Outside } from './outside.ts';
import type { StockDesk } from './stock-desk.ts';

/**
 * Undefined where nobody is to be asked. The fingerprint stays that of what was sent: sent again, it is the same command whatever the services say then. Nothing
 * that goes wrong here costs the command.
 */
export function createPrepare(parts: {
  readonly store: Store;
  readonly outside: Outside;
  /** Null where there is no outside inventory. */
  readonly stock: StockDesk | null;
  readonly diagnostics: Diagnostics;
}): Prepare | undefined {
  const { store, outside, stock, diagnostics } = parts;
  if (outside.details === null && outside.health === null && stock === null) return undefined;

  const askStock = async (read: Reader, command: Admitted, actor: ActingUser, { host }: Caller): Promise<boolean> => {
    if (stock === null || actor.organizationId === null) return true;
    const { organizationId } = actor;
    let isKnown = true;
    // One after the other: what one location is told must not race with what another is.
    for (const wanted of await neededParts(read, command))
      isKnown = (await stock.ask(organizationId, wanted, host)) && isKnown;
    return isKnown;
  };

  const prepared: Prepare = async (command, actor, caller) => {
    const read = store.read.within(actor.organizationId);
    if ((await read.logByCommand(command.id)) !== undefined) return command;
    if (command.name !== 'receiveAlert') {
      await askStock(read, command, actor, caller);
      return command;
    }
    // Admitted arguments were parsed by the schema of that very name.
    const args = command.args as ParsedArgs<'receiveAlert'>;
    if (await isTaken(read, args.message)) return command;
    const [asked, isKnown] = await Promise.all([
      prepareAlert(args, { ...outside, diagnostics }),
      askStock(read, command, actor, caller),
    ]);
    const details = isKnown ? asked.details : { ...asked.details, stock: false as const };
    return { ...command, args: { ...asked, details } };
  };

  return async (command, actor, caller) => {
    try {
      return await prepared(command, actor, caller);
    } catch (error) {
      diagnostics.note('error', 'preparing-failed', { what: error instanceof Error ? error.name : typeof error });
      return command;
    }
  };
}

/** Nobody is asked about a message that is here already. */
async function isTaken(read: Reader, message: Alert['message']): Promise<boolean> {
  const known = await read.find('alert', { subjectId: String(message['id']) });
  return known.some((alert) => alert.name === message['name']);
}
