import type { BenchData } from './data.ts';
import { ask, firstLocation, openStill } from './open.ts';
import { measure, timeOf, type Row } from './row.ts';

const WARM_UPS = 10;

/** The best three of fourteen days for work that needs a technician and a bay. */
export async function slotRows(data: BenchData): Promise<readonly Row[]> {
  const laneway = await openStill(data.folder, data.now);
  try {
    const locationId = await firstLocation(laneway);
    const tray = await ask(laneway, 'tray', { locationId, tab: 'unassigned', filter: '', dueWithinDays: null });
    const inBay = tray.items
      .filter((item) => item.needsBay)
      .flatMap((item) => (item.workOrderId === null ? [] : [item.workOrderId]));
    let turn = 0;
    const row = await measure(
      'best three slots, 14 days, 200 technicians, 100 bays',
      50,
      async () => {
        turn += 1;
        const workOrderId = inBay[turn % inBay.length];
        if (workOrderId === undefined) throw new Error('The tray has no work for a bay');
        const question = { work: { workOrderId }, from: null, days: 14, count: 3, within: null, duration: null };
        return timeOf(() => ask(laneway, 'suggestSlots', question));
      },
      WARM_UPS,
    );
    return [row];
  } finally {
    await laneway.close();
  }
}
