import type { PartFacts } from '../domain/board/placement-context.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { Part, PartId, PartNeed, Stock, StockId } from '../domain/parts/part.ts';
import { addMinutes, EARLIEST, instant, type Instant } from '../domain/time/instant.ts';
import { asideNow, takingsNow } from './parts-aside.ts';
import type { Reader, Taking } from './ports/store.ts';
import type { Scene } from './use-case.ts';

/**
 * What of each part lies at the location, what is on its way, what other appointments take, and from when on more can be
 * there: now and the lead time, but not before what is on its way already. A delivery that is
 * overdue is counted from now on, because it is not there yet. A part that is not kept here has no lot. When only
 * `needs` are asked about and there is enough for everybody anyway, nobody has to know when the others take theirs.
 */
export async function loadPartFacts(
  read: Reader,
  scene: Scene,
  locationId: LocationId,
  partIds: readonly PartId[] | null,
  needs: readonly PartNeed[] | null = null,
): Promise<readonly PartFacts[]> {
  if (partIds?.length === 0) return [];
  const parts = partIds === null ? await read.all('part') : await read.getMany('part', partIds);
  if (parts.length === 0) return [];
  const stocks = await read.stocksAt(
    locationId,
    parts.map((part) => part.id),
  );
  const ids = stocks.map((stock) => stock.id);
  const setAside = needs === null ? NOTHING : (await asideNow(read, scene, locationId, ids)).standing;
  const plenty = needs === null ? [] : stocks.filter((stock) => isPlenty(stock, setAside, needs));
  const scarce = stocks.filter((stock) => !plenty.includes(stock));
  const scarceIds = scarce.map((stock) => stock.id);
  const takings = scarce.length === 0 ? [] : await takingsNow(read, scene, locationId, scarceIds);
  const left = [...scarce, ...plenty.map((stock) => lessSetAside(stock, setAside))];
  return parts.map((part) => factsOf(part, left, takings, scene.now));
}

const DAY = 24 * 60;
const NOTHING: ReadonlyMap<StockId, number> = new Map();

/** What lies there suffices for all that is set aside and for the needs as well. */
function isPlenty(stock: Stock, setAside: ReadonlyMap<StockId, number>, needs: readonly PartNeed[]): boolean {
  const needed = needs.filter((need) => need.partId === stock.partId).reduce((sum, need) => sum + need.quantity, 0);
  return needed + (setAside.get(stock.id) ?? 0) <= stock.onHand;
}

function lessSetAside(stock: Stock, setAside: ReadonlyMap<StockId, number>): Stock {
  return { ...stock, onHand: stock.onHand - (setAside.get(stock.id) ?? 0) };
}

function factsOf(part: Part, stocks: readonly Stock[], takings: readonly Taking[], now: Instant): PartFacts {
  const own = stocks.filter((stock) => stock.partId === part.id);
  const ownIds = new Set(own.map((stock) => stock.id));
  const there = own.map((stock) => ({ at: EARLIEST, quantity: stock.onHand }));
  const coming = own
    .flatMap((stock) => stock.arrivals)
    .map((arrival) => ({ at: instant(Math.max(arrival.at, now)), quantity: arrival.quantity }))
    .toSorted((a, b) => a.at - b.at);
  const taken = takings
    .filter((one) => ownIds.has(one.stockId))
    .map(({ at, quantity, appointmentId }) => ({ at, quantity, appointmentId }));
  const { id: partId, name, leadTimeDays } = part;
  const facts = { partId, name, lots: [...there, ...coming], taken, leadTimeDays };
  // Where it is not kept there is nothing to set aside from, so ordering it is somebody's own business.
  if (leadTimeDays === 0 || own.length === 0) return facts;
  const ordered = addMinutes(now, leadTimeDays * DAY);
  return { ...facts, orderableFrom: instant(Math.max(ordered, coming.at(-1)?.at ?? ordered)) };
}
