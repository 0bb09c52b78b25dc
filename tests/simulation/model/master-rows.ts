import type { CommandArgs } from '../../../core/contract/client.ts';
import type { CommandName } from '../../../core/contract/commands/index.ts';

/** Rows that are what somebody said they are: the fields as they were given, and no more. */
export type MasterRow =
  | AsGiven<'customer', 'addCustomer'>
  | AsGiven<'unit', 'addUnit'>
  | AsGiven<'user', 'addUser'>
  | AsGiven<'part', 'addPart'>;

type AsGiven<E extends string, N extends CommandName> = CommandArgs<N> & { readonly entity: E };
