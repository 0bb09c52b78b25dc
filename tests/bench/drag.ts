import { busyIndexOf } from '../../core/domain/board/busy-index.ts';
import { judgeLanes } from '../../core/domain/rules/lanes-verdict.ts';
import { addMinutes } from '../../core/domain/time/instant.ts';
import type { BenchData } from './data.ts';
import { ask, firstLocation, openStill } from './open.ts';
import { measure, p95Of, timeOf, type Row } from './row.ts';

const LANES = 200;

/** One step of a drag: every lane judged, on the snapshot a console holds; p95 of the steps of a day. */
export async function dragRows(data: BenchData): Promise<readonly Row[]> {
  const laneway = await openStill(data.folder, data.now);
  try {
    const locationId = await firstLocation(laneway);
    const context = await ask(laneway, 'placementContext', { locationId, date: '2026-11-24', days: 2 });
    const half = LANES / 2;
    const facts = busyIndexOf({
      ...context,
      technicians: context.technicians.slice(0, half),
      bays: context.bays.slice(0, half),
    });
    const tray = await ask(laneway, 'tray', { locationId, tab: 'unassigned', filter: '', dueWithinDays: null });
    const workOrderId = tray.items.find((item) => item.needsBay)?.workOrderId;
    if (workOrderId === undefined || workOrderId === null) throw new Error('The tray has no work for a bay');
    const { needs } = await ask(laneway, 'placementNeeds', { work: { workOrderId } });
    const row = await measure(`verdicts of ${LANES} lanes for one drag step, p95`, 8, async () => {
      const figures: number[] = [];
      for (let minute = 0; minute < 12 * 60; minute += 15) {
        const start = addMinutes(context.range.from, 6 * 60 + minute);
        figures.push(
          await timeOf(async () => judgeLanes(facts, needs, { start, end: addMinutes(start, needs.duration) }, [])),
        );
      }
      return p95Of(figures);
    });
    return [row];
  } finally {
    await laneway.close();
  }
}
