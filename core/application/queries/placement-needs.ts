import { loadNeeds } from '../needs.ts';
import type { Answerer } from '../use-case.ts';
import type { RowMemory } from './memory/row-memory.ts';

/** What a piece of work asks of its place. */
export function placementNeeds(memory: RowMemory): Answerer<'placementNeeds'> {
  return async (reader, input, scene) => {
    const { read } = await memory.at(reader);
    return loadNeeds(read, scene, input.work);
  };
}
