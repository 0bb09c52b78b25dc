import { accept } from '../../kernel/outcome.ts';
import type { Keeper } from '../ports/surroundings.ts';
import type { Answerer } from '../use-case.ts';
import type { RowMemory } from './memory/row-memory.ts';

/** The small tables, and who is signed in. */
export function setup(memory: RowMemory, keeper: Keeper): Answerer<'setup'> {
  return async (reader, _input, scene) => {
    const { read, sequence } = await memory.at(reader);
    const { surroundings } = scene;
    const [organization] = await read.all('organization');
    return accept({
      organization: organization ?? null,
      locations: await read.all('location'),
      kinds: await read.all('appointmentKind'),
      serviceTypes: await read.all('serviceType'),
      resources: await read.all('resource'),
      parts: await read.all('part'),
      actor: scene.actor,
      host: scene.host,
      now: scene.now,
      sequence,
      version: surroundings.version,
      zoneTable: surroundings.zones.version,
      health: keeper.health(),
    });
  };
}
