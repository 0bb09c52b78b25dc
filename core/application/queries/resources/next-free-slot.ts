import { accept } from '../../../kernel/outcome.ts';
import type { NextFreeSlot } from '../../../contract/views/resource-view.ts';
import type { BusyIndex } from '../../../domain/board/busy-index.ts';
import { localDateOf } from '../../../domain/time/local-time.ts';
import { instant, range } from '../../../domain/time/instant.ts';
import { nextFreeSlot as search } from '../../../planning/slots/next-free.ts';
import type { NextFree } from '../../../planning/slots/wish.ts';
import { foundAll, notFound } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';
import type { RowMemory } from '../memory/row-memory.ts';
import type { FactsMemory } from '../slots/facts-memory.ts';

/** The first time at which everything wanted is free at once: all facts are loaded once, and the search asks nothing more. */
export function nextFreeSlot(memory: RowMemory, facts: FactsMemory): Answerer<'nextFreeSlot'> {
  return async (reader, input, scene) => {
    const known = await memory.at(reader);
    const { read } = known;
    const location = await read.get('location', input.locationId);
    if (location === undefined) return notFound('location', input.locationId, 'locationId');
    for (const [index, { resourceIds }] of input.wishes.entries()) {
      const named = await foundAll(read, 'resource', resourceIds ?? [], (one) => `wishes.${index}.resourceIds.${one}`);
      if (!named.ok) return named;
    }
    const from = instant(Math.max(scene.now, input.from ?? scene.now));
    const date = localDateOf(scene.surroundings.zones, location.zone, from);
    const wanted = { locationId: location.id, date, days: input.days };
    const index = await facts.facts(known, scene, wanted, []);
    const { policy } = index.context;
    const within = range(from, index.context.range.to);
    const slot = search(index, {
      duration: input.duration,
      before: input.before ?? policy.bufferBefore,
      after: input.after ?? policy.bufferAfter,
      wishes: input.wishes.map(({ resourceIds, ...wish }) => ({ ...wish, ids: resourceIds })),
      within,
    });
    return accept({ slot: slot === null ? null : told(slot, index), searched: within });
  };
}

function told({ start, end, claims }: NextFree, index: BusyIndex): NextFreeSlot['slot'] {
  return {
    start,
    end,
    claims: claims.flatMap((claim) => {
      const lane = index.lanes.get(claim.resourceId);
      if (lane === undefined) return [];
      const kind = lane.kind === 'other' ? lane.facts.kind : lane.kind;
      return [{ ...claim, name: lane.facts.name, kind }];
    }),
  };
}
