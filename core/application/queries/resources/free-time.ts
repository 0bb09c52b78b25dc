import { accept } from '../../../kernel/outcome.ts';
import { freeStretches } from '../../../domain/board/free-time.ts';
import type { Answerer } from '../../use-case.ts';
import type { RowMemory } from '../memory/row-memory.ts';
import { loadOne } from './one-resource.ts';

/** When a resource is free. What the location's opening hours say is asked when something is booked. */
export function freeTime(memory: RowMemory): Answerer<'freeTime'> {
  return async (reader, { resourceId, range, minimum, units }, scene) => {
    const { read } = await memory.at(reader);
    const one = await loadOne(read, scene, resourceId, range);
    if (!one.ok) return one;
    const { head, lane, index } = one.value;
    return accept({ resource: head, units, free: freeStretches(lane, index, { within: range, minimum, units }) });
  };
}
