import type { BenchData } from './data.ts';
import { ask, openStill } from './open.ts';
import { measure, p95Of, timeOf, type Row } from './row.ts';

/** What people type while the customer talks: a name, a phone number, a plate, a work order, a title. */
const TYPED = ['ingrid berg', 'nordlast as 12', '+47 555', '84-klm', '1042', 'gearbox noi', 'e'];

/** Each key stroke is a question of its own; the figure of a run is the 95th percentile of its strokes. */
export async function searchRows(data: BenchData): Promise<readonly Row[]> {
  const laneway = await openStill(data.folder, data.now);
  try {
    const strokes = TYPED.flatMap((words) => Array.from(words, (_, index) => words.slice(0, index + 1)));
    const search = await measure('search as you type, p95 of the strokes', 20, async () => {
      const figures: number[] = [];
      for (const text of strokes)
        figures.push(await timeOf(() => ask(laneway, 'search', { text, kinds: [], limit: 20 })));
      return p95Of(figures);
    });
    const matches = await measure('customers while typing, p95 of the strokes', 20, async () => {
      const figures: number[] = [];
      for (const text of strokes) figures.push(await timeOf(() => ask(laneway, 'customerMatches', { text, limit: 8 })));
      return p95Of(figures);
    });
    return [search, matches];
  } finally {
    await laneway.close();
  }
}
