import { accept } from '../../kernel/outcome.ts';
import type { Keeper } from '../ports/surroundings.ts';
import type { Answerer } from '../use-case.ts';

/** The health of the database file. */
export function verify(keeper: Keeper): Answerer<'verify'> {
  return async () => accept(await keeper.verify());
}
