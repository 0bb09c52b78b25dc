import { accept } from '../../kernel/outcome.ts';
import { loadNeeds } from '../needs.ts';
import type { Answerer } from '../use-case.ts';
import type { RowMemory } from './memory/row-memory.ts';
import { eyesOf } from './privacy/eyes.ts';
import { seenNeeds } from './privacy/seen-rows.ts';

/** What a piece of work asks of its place. */
export function placementNeeds(memory: RowMemory): Answerer<'placementNeeds'> {
  return async (reader, input, scene) => {
    const { read } = await memory.at(reader);
    const found = await loadNeeds(read, scene, input.work);
    if (!found.ok) return found;
    return accept({ ...found.value, needs: seenNeeds(eyesOf(scene), found.value.needs) });
  };
}
