import type { CommandArgs } from '../contract/client.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { PartId } from '../domain/parts/part.ts';
import type { Inventory } from './ports/inventory.ts';
import type { Reader } from './ports/store.ts';

/**
 * Asks an inventory for the parts that a location keeps, all of them where none are named, and answers the commands that
 * would take it over: only for what differs from what is known. An inventory that fails rejects, and what is known stays.
 */
export async function askInventory(
  read: Reader,
  inventory: Inventory,
  { locationId, partIds }: { readonly locationId: LocationId; readonly partIds: readonly PartId[] | null },
  signal: AbortSignal,
): Promise<readonly CommandArgs<'syncStock'>[]> {
  const parts = (await read.all('part')).filter((part) => partIds === null || partIds.includes(part.id));
  const stocks = await read.stocksAt(
    locationId,
    parts.map((part) => part.id),
  );
  const numbers = stocks.flatMap((stock) => parts.find((part) => part.id === stock.partId)?.number ?? []);
  if (numbers.length === 0) return [];
  const answers = await inventory.stockOf({ locationId, numbers }, signal);
  return answers.flatMap(({ number, onHand, leadTimeDays, ...answer }) => {
    const arrivals = answer.arrivals.toSorted((a, b) => a.at - b.at);
    const part = parts.find((one) => one.number === number);
    const stock = stocks.find((one) => one.partId === part?.id);
    if (part === undefined || stock === undefined) return [];
    const same =
      stock.onHand === onHand &&
      JSON.stringify(stock.arrivals) === JSON.stringify(arrivals) &&
      (leadTimeDays ?? part.leadTimeDays) === part.leadTimeDays;
    return same ? [] : [{ stockId: stock.id, onHand, arrivals: arrivals.map((one) => ({ ...one })), leadTimeDays }];
  });
}
