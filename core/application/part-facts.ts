import type { PartFacts } from '../domain/board/placement-context.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { Part, PartId, PartNeed, Reservation, Stock } from '../domain/parts/part.ts';
import { addMinutes, EARLIEST, instant, type Instant } from '../domain/time/instant.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';

/**
 * What of each part lies at the location, what is on its way, and what other appointments take. A delivery that is
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
  const reservations = stocks.length === 0 ? [] : await read.reservations(stocks.map((stock) => stock.id));
  const plenty = stocks.filter((stock) => needs !== null && isPlenty(stock, reservations, needs));
  const plentyIds = new Set(plenty.map((stock) => stock.id));
  const takenAt = await takingTimes(
    read,
    reservations.filter((one) => !plentyIds.has(one.stockId)),
  );
  return parts.map((part) => factsOf(part, stocks, reservations, takenAt, scene.now));
}

/** What lies there suffices for all that is set aside and for the needs as well. */
function isPlenty(stock: Stock, reservations: readonly Reservation[], needs: readonly PartNeed[]): boolean {
  const needed = needs.filter((need) => need.partId === stock.partId);
  const all = [...needed, ...reservations.filter((one) => one.stockId === stock.id)];
  return all.reduce((sum, one) => sum + one.quantity, 0) <= stock.onHand;
}

/** A part is taken when the busy time of its appointment begins. */
async function takingTimes(read: Reader, reservations: readonly Reservation[]): Promise<ReadonlyMap<string, Instant>> {
  const ids = [...new Set(reservations.map((reservation) => reservation.appointmentId))];
  const appointments = ids.length === 0 ? [] : await read.getMany('appointment', ids);
  return new Map(appointments.map((one) => [one.id, addMinutes(one.start, -one.before)]));
}

function factsOf(
  part: Part,
  stocks: readonly Stock[],
  reservations: readonly Reservation[],
  takenAt: ReadonlyMap<string, Instant>,
  now: Instant,
): PartFacts {
  const own = stocks.filter((stock) => stock.partId === part.id);
  const ownIds = new Set(own.map((stock) => stock.id));
  const there = own.map((stock) => ({ at: EARLIEST, quantity: stock.onHand }));
  const coming = own
    .flatMap((stock) => stock.arrivals)
    .map((arrival) => ({ at: instant(Math.max(arrival.at, now)), quantity: arrival.quantity }))
    .toSorted((a, b) => a.at - b.at);
  const taken = reservations
    .filter((reservation) => ownIds.has(reservation.stockId))
    .map((one) => ({
      at: takenAt.get(one.appointmentId) ?? EARLIEST,
      quantity: one.quantity,
      appointmentId: one.appointmentId,
    }))
    .toSorted((a, b) => a.at - b.at);
  return { partId: part.id, name: part.name, lots: [...there, ...coming], taken, leadTimeDays: part.leadTimeDays };
}
