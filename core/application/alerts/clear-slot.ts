import type { SuggestionView } from '../../contract/views/suggestion-view.ts';
import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { Severity } from '../../domain/organization/organization.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { addMinutes, instant, range, type InstantRange } from '../../domain/time/instant.ts';
import type { ZoneId } from '../../domain/time/zones.ts';
import { localDateOf } from '../../domain/time/local-time.ts';
import { daysBetween } from '../../domain/time/local-date.ts';
import { bestSlots } from '../../planning/slots/best-slots.ts';
import { loadPlacementContext } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';

/** What is looked for. `earliest` is the first start there is, `best` the cheapest of the first days that have any. */
export interface ClearSlotWanted {
  readonly location: { readonly id: LocationId; readonly zone: ZoneId };
  readonly needs: PlacementNeeds;
  readonly within: InstantRange;
  readonly choose: 'earliest' | 'best';
}

/** Days looked through at once: facts of months would be loaded for a slot of tomorrow. */
const STEP = 7 * 24 * 60;

/**
 * A slot that no rule objects to, not even with a caution: nobody is there to accept one. The same search as behind the
 * suggestions; null when the stretch has none.
 */
export async function clearSlot(read: Reader, scene: Scene, wanted: ClearSlotWanted): Promise<SuggestionView | null> {
  const { within } = wanted;
  for (let { from } = within; from < within.to; from = addMinutes(from, STEP)) {
    const part = range(from, instant(Math.min(within.to, addMinutes(from, STEP))));
    const facts = await loadStrictFacts(read, scene, wanted, part);
    const best = slotIn(facts, wanted.needs, part);
    if (best !== null) return wanted.choose === 'best' ? best : earliest(facts, wanted.needs, part, best);
  }
  return null;
}

async function loadStrictFacts(
  read: Reader,
  scene: Scene,
  { location, needs }: ClearSlotWanted,
  within: InstantRange,
): Promise<BusyIndex> {
  const { zones } = scene.surroundings;
  const date = localDateOf(zones, location.zone, within.from);
  const last = localDateOf(zones, location.zone, addMinutes(within.to, needs.duration));
  const partIds = [...new Set(needs.parts.map((need) => need.partId))];
  const days = daysBetween(date, last) + 1;
  return busyIndexOf(strict(await loadPlacementContext(read, scene, { locationId: location.id, date, days, partIds })));
}

/** Cautions count as blocks. */
function strict(context: PlacementContext): PlacementContext {
  const { policy } = context;
  const harder = RULEBOOK.filter((rule) => severityOf(rule, policy) === 'caution').map((rule): [string, Severity] => [
    rule.name,
    'block',
  ]);
  return { ...context, policy: { ...policy, severities: { ...policy.severities, ...Object.fromEntries(harder) } } };
}

function slotIn(facts: BusyIndex, needs: PlacementNeeds, within: InstantRange): SuggestionView | null {
  const { suggestions } = bestSlots(facts, { needs, count: 5, within });
  return suggestions.find((one) => one.cautions.length === 0) ?? null;
}

/** What comes before the best is asked for until there is nothing before it. */
function earliest(
  facts: BusyIndex,
  needs: PlacementNeeds,
  within: InstantRange,
  known: SuggestionView,
): SuggestionView {
  let found = known;
  for (;;) {
    const before = found.start > within.from ? slotIn(facts, needs, range(within.from, found.start)) : null;
    if (before === null) return found;
    found = before;
  }
}
