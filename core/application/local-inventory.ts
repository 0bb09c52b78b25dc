import type { Inventory } from './ports/inventory.ts';
import type { Reader } from './ports/store.ts';

/** The inventory that Laneway keeps itself. */
export function localInventory(read: Reader): Inventory {
  return {
    async stockOf({ locationId, numbers }) {
      const parts = (await read.all('part')).filter((part) => numbers.includes(part.number));
      const stocks = await read.stocksAt(
        locationId,
        parts.map((part) => part.id),
      );
      return stocks.flatMap((stock) => {
        const part = parts.find((one) => one.id === stock.partId);
        if (part === undefined) return [];
        const { number, leadTimeDays } = part;
        return [{ number, leadTimeDays, onHand: stock.onHand, arrivals: stock.arrivals }];
      });
    },
  };
}
