import type { TrayItem } from '../../../contract/views/tray-view.ts';
import type { PartLine } from '../../../contract/views/details-view.ts';
import { partSupplyOf, spareAt, whenSpare } from '../../../domain/board/part-supply.ts';
import type { PartFacts } from '../../../domain/board/placement-context.ts';
import type { LocationId } from '../../../domain/organization/location.ts';
import type { PartId, PartNeed } from '../../../domain/parts/part.ts';
import { instant } from '../../../domain/time/instant.ts';
import type { AppointmentId } from '../../../domain/work/appointment.ts';
import { loadPartFacts } from '../../part-facts.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';

/** What of the parts is there for somebody, and when the rest arrives. `own` is the appointment whose share counts as free. */
export interface Supply {
  waitsFor(needs: readonly PartNeed[], own: AppointmentId | null): TrayItem['waitsForPart'];
  lines(needs: readonly PartNeed[], own: AppointmentId | null): readonly PartLine[];
}

interface Standing {
  readonly name: string;
  readonly available: number;
  /** Null when it is there, or when nobody knows. */
  readonly arrivesAt: ReturnType<typeof instant> | null;
  readonly short: boolean;
}

export async function loadSupply(
  read: Reader,
  scene: Scene,
  locationId: LocationId,
  needs: readonly PartNeed[],
  /** `short` asks only what is missing: a part of which there is enough for all is not looked up in time. */
  detail: 'exact' | 'short' = 'exact',
): Promise<Supply> {
  const ids = [...new Set(needs.map((need) => need.partId))];
  const loaded = await loadPartFacts(read, scene, locationId, ids, detail === 'short' ? needs : null);
  const facts = new Map(loaded.map((one) => [one.partId, one]));
  const measures = new Map((await read.all('part')).map((part) => [part.id, part.measure]));
  const standing = (need: PartNeed, own: AppointmentId | null): Standing => standingOf(facts, need, own, scene);
  return {
    waitsFor: (wanted, own) => {
      const short = wanted.map((need) => standing(need, own)).filter((one) => one.short);
      // The one that comes last decides; one that nobody expects comes after all others.
      const worst = short.toSorted((a, b) => (b.arrivesAt ?? Infinity) - (a.arrivesAt ?? Infinity))[0];
      return worst === undefined ? null : { part: worst.name, arrivesAt: worst.arrivesAt };
    },
    lines: (wanted, own) =>
      wanted.map((need) => {
        const { name, available, arrivesAt } = standing(need, own);
        const measure = measures.get(need.partId) ?? '';
        return { partId: need.partId, name, measure, quantity: need.quantity, inStock: available, arrivesAt };
      }),
  };
}

function standingOf(
  facts: ReadonlyMap<PartId, PartFacts>,
  need: PartNeed,
  own: AppointmentId | null,
  scene: Scene,
): Standing {
  const known = facts.get(need.partId);
  if (known === undefined) return { name: '', available: 0, arrivesAt: null, short: true };
  const supply = partSupplyOf(known, own);
  const available = Math.max(0, spareAt(supply, scene.now));
  const short = available < need.quantity;
  const at = short ? whenSpare(supply, need.quantity, scene.now) : null;
  // What could be ordered is not on its way.
  const isComing = at !== null && at !== known.orderableFrom;
  return { name: known.name, available, short, arrivesAt: isComing ? instant(at) : null };
}
