import type { CommandArgs } from '../../../core/contract/client.ts';
import type { CommandName } from '../../../core/contract/commands/index.ts';

/** A command as it is sent: who, what, and whether cautions are accepted. */
export type Ask = { readonly [N in CommandName]: AskOf<N> }[CommandName];

export interface AskOf<N extends CommandName> {
  readonly name: N;
  readonly args: CommandArgs<N>;
  readonly by: number;
  readonly accept: boolean;
}

/** A command without who sends it. */
export type Asked = Pick<Ask, 'name' | 'args'>;

export function ask<N extends CommandName>(name: N, args: CommandArgs<N>): Pick<AskOf<N>, 'name' | 'args'> {
  return { name, args };
}
