import { accept } from '../../kernel/outcome.ts';
import type { Keeper } from '../ports/surroundings.ts';
import type { Answerer } from '../use-case.ts';

/** The backups there are, newest first. */
export function backups(keeper: Keeper): Answerer<'backups'> {
  return async () => accept((await keeper.backups()).toSorted((a, b) => b.at - a.at));
}
