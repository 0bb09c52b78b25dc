import type { Inventory } from '../application/ports/inventory.ts';
import { parse } from '../contract/parse.ts';
import { inventoryAnswer } from '../contract/services/answers.ts';
import type { ServiceAddress } from '../contract/services/services-file.ts';
import { instant } from '../domain/time/instant.ts';
import { askService } from './ask-service.ts';

/** An outside inventory: POST …/stock with a location and part numbers. Each part is answered at most once, and no other. */
export function httpInventory(service: ServiceAddress): Inventory {
  return {
    async stockOf({ locationId, numbers }, signal) {
      const answer = (value: unknown) => parse(inventoryAnswer, value);
      const question = { path: 'stock', body: { locationId, numbers }, answer };
      const { parts } = await askService(service, question, signal);
      const told = parts.map((part) => part.number);
      if (new Set(told).size < told.length) throw new Error('answered a part twice');
      if (told.some((number) => !numbers.includes(number))) throw new Error('answered about another part');
      return parts.map(({ arrivals, ...part }) => ({
        ...part,
        arrivals: arrivals.map(({ at, quantity }) => ({ at: instant(Date.parse(at)), quantity })),
      }));
    },
  };
}
