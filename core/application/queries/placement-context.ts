import { accept } from '../../kernel/outcome.ts';
import { loadPlacementContext } from '../placement-context.ts';
import type { Answerer } from '../use-case.ts';
import type { RowMemory } from './memory/row-memory.ts';
import { eyesOf } from './privacy/eyes.ts';
import { seenContext } from './privacy/seen-context.ts';
import { notFound } from '../refusals.ts';

/** The facts the booking rules look at, for a drag in the air. */
export function placementContext(memory: RowMemory): Answerer<'placementContext'> {
  return async (reader, input, scene) => {
    const { read } = await memory.at(reader);
    const location = await read.get('location', input.locationId);
    if (location === undefined) return notFound('location', input.locationId, 'locationId');
    return accept(seenContext(eyesOf(scene), await loadPlacementContext(read, scene, input)));
  };
}
