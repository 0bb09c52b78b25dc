import type { CommandArgs } from '../contract/client.ts';
import type { CommandName } from '../contract/commands/index.ts';
import type { UserId } from '../domain/organization/actor.ts';
import type { Instant } from '../domain/time/instant.ts';

/** A command and the moment of the simulated clock at which somebody sent it. */
export interface TimedCommand {
  readonly at: Instant;
  readonly name: CommandName;
  readonly args: unknown;
  readonly why: string;
  /** The user who sent it; left out for whoever writes the sample. */
  readonly by?: UserId;
}

/** A command at a moment, with its arguments checked against the contract. */
export function timed<N extends CommandName>(at: Instant, name: N, args: CommandArgs<N>, why = ''): TimedCommand {
  return { at, name, args, why };
}
