import { busyIndexOf, withParts, type BusyIndex } from '../../../domain/board/busy-index.ts';
import type { LocationId } from '../../../domain/organization/location.ts';
import type { PartNeed } from '../../../domain/parts/part.ts';
import { MINUTE } from '../../../domain/time/instant.ts';
import type { LocalDate } from '../../../domain/time/local-date.ts';
import { loadPartFacts } from '../../part-facts.ts';
import { loadPlacementContext } from '../../placement-context.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';
import type { RememberingReader } from '../memory/row-memory.ts';

/** The days that slots are looked for in. */
export interface FactsWanted {
  readonly locationId: LocationId;
  readonly date: LocalDate;
  readonly days: number;
}

/**
 * Placement facts made ready for look-ups with the parts that are needed, and all but the parts kept while the log stands still and the clock shows the same minute: a person
 * who goes through service types on the telephone asks for the same days again and again. `now` itself is always today's
 * clock; what ends by itself within that minute (a hold, an overrun) is seen a minute later at most.
 */
export interface FactsMemory {
  facts(known: RememberingReader, scene: Scene, wanted: FactsWanted, parts: readonly PartNeed[]): Promise<BusyIndex>;
}

interface Kept {
  readonly key: string;
  readonly source: Reader;
  readonly index: BusyIndex;
}

export function createFactsMemory(): FactsMemory {
  let kept: Kept | undefined;
  return {
    facts: async (known, scene, wanted, parts) => {
      const ids = [...new Set(parts.map((need) => need.partId))];
      const supply = await loadPartFacts(known.read, scene, wanted.locationId, ids, parts);
      const minute = Math.floor(scene.now / MINUTE);
      const key = [known.sequence, minute, wanted.locationId, wanted.date, wanted.days].join(' ');
      if (kept?.key !== key || kept.source !== known.source) {
        const context = await loadPlacementContext(known.read, scene, { ...wanted, partIds: [] });
        kept = { key, source: known.source, index: busyIndexOf(context) };
      }
      return withParts({ ...kept.index, context: { ...kept.index.context, now: scene.now } }, supply);
    },
  };
}
