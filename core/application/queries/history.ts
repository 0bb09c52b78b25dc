import { accept } from '../../kernel/outcome.ts';
import type { Answerer } from '../use-case.ts';
import { logViews } from './log/log-views.ts';
import type { RowMemory } from './memory/row-memory.ts';

/** The command log, newest first, of everything or of one thing. */
export function history(memory: RowMemory): Answerer<'history'> {
  return async (reader, input) => {
    const { read } = await memory.at(reader);
    return accept(await logViews(read, await read.log(input)));
  };
}
