import type { EntityName } from '../../domain/ops/op.ts';
import type { AppointmentStatus, CancelCause } from '../../domain/work/appointment.ts';
import type { WaitlistState } from '../../domain/work/waitlist-entry.ts';
import type { FeeStatus } from '../../domain/work/fee.ts';
import type { CustomerTier } from '../../domain/work/customer.ts';
import type { KindCode, Priority } from '../../domain/work/service-type.ts';
import type { CommandName } from '../commands/index.ts';
import type { HostKind } from '../host-kind.ts';
import type { Permission } from '../permission.ts';
import type { RunName } from '../runs.ts';
import type { ExcludedResource } from '../views/suggestion-view.ts';
import { phrase, type Phrase } from './phrase.ts';
import { shortReason } from './reason-phrase.ts';

/** "move": as it stands in "Undo move · Replace coolant thermostat". */
export function commandPhrase(name: CommandName): Phrase {
  return phrase(`command.${name}`);
}

/** "Moved": as it stands in a history. */
export function commandDonePhrase(name: CommandName): Phrase {
  return phrase(`command.${name}.done`);
}

/** "Undo move · Replace coolant thermostat", for the button and its menu line. */
export function undoPhrase(step: { readonly name: CommandName; readonly subject: string }): Phrase {
  return phrase('undo.label', { command: { phrase: commandPhrase(step.name) }, subject: step.subject });
}

export function redoPhrase(step: { readonly name: CommandName; readonly subject: string }): Phrase {
  return phrase('redo.label', { command: { phrase: commandPhrase(step.name) }, subject: step.subject });
}

export function statusPhrase(status: AppointmentStatus): Phrase {
  return phrase(`status.${status}`);
}

export function feeStatusPhrase(status: FeeStatus): Phrase {
  return phrase(`fee.${status}`);
}

export function kindPhrase(code: KindCode): Phrase {
  return phrase(`kind.${code}`);
}

export function tierPhrase(tier: CustomerTier): Phrase {
  return phrase(`tier.${tier}`);
}

export function priorityPhrase(priority: Priority): Phrase {
  return phrase(`priority.${priority}`);
}

export function entityPhrase(entity: EntityName): Phrase {
  return phrase(`entity.${entity}`);
}

export function permissionPhrase(permission: Permission): Phrase {
  return phrase(`permission.${permission}`);
}

export function hostPhrase(host: HostKind): Phrase {
  return phrase(`host.${host}`);
}

/** How an entry stands on the waitlist. */
export function waitlistPhrase(status: WaitlistState['status']): Phrase {
  return phrase(`waitlist.${status}`);
}

/** Why an appointment was cancelled when no person said so. */
export function cancelCausePhrase(cause: CancelCause): Phrase {
  return phrase(`cancelled.${cause}`);
}

/** What long work is doing, beside its progress. */
export function runPhrase(name: RunName): Phrase {
  return phrase(`run.${name}`);
}

/** Why somebody is not offered, in a few words. */
export function excludedPhrase(because: ExcludedResource['because']): Phrase {
  return typeof because === 'string' ? phrase(`excluded.${because}`) : shortReason(because);
}
