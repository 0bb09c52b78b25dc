import type { BenchData } from './data.ts';
import { ask, firstLocation, openStill } from './open.ts';
import { measure, timeOf, type Row } from './row.ts';

const DAY = '2026-11-23';
/** An hour of work, a month and half a year before the end of the log, each asked about its own day. */
const MOMENTS = ['2026-11-23T08:00:00Z', '2026-10-19T08:00:00Z', '2026-06-01T08:00:00Z'] as const;

/** Boards of 200 technicians as they stood, rewound from today's rows; the figure of a run is the slowest of three. */
export async function pastRows(data: BenchData): Promise<readonly Row[]> {
  const laneway = await openStill(data.folder, data.now);
  try {
    const locationId = await firstLocation(laneway);
    const past = async (): Promise<number> => {
      const figures: number[] = [];
      for (const moment of MOMENTS) {
        const input = { locationId, days: 1, at: Date.parse(moment) };
        figures.push(await timeOf(() => ask(laneway, 'boardAt', { ...input, date: moment.slice(0, DAY.length) })));
      }
      return Math.max(...figures);
    };
    return [await measure('rebuild the board at a past minute, 100,000 appointments', 1000, past)];
  } finally {
    await laneway.close();
  }
}
