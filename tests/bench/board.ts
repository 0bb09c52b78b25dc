import type { BenchData } from './data.ts';
import { ask, firstLocation, openStill } from './open.ts';
import { measure, timeOf, type Row } from './row.ts';

const DAY = '2026-11-23';
const WARM_UPS = 10;

/** One day of the wide location, one week of the dense one; warm, in process. */
export async function boardRows(large: BenchData, dense: BenchData): Promise<readonly Row[]> {
  return [
    await boardRow(large, 1, 'board query, one day, 200 technicians', 20),
    await boardRow(dense, 7, 'board query, one week, 10,000 appointments', 100),
  ];
}

async function boardRow(data: BenchData, days: number, name: string, target: number): Promise<Row> {
  const laneway = await openStill(data.folder, data.now);
  try {
    const locationId = await firstLocation(laneway);
    const board = { locationId, date: DAY, days };
    // A console asks after every change: what counts is the host that has been running for a while.
    return await measure(name, target, () => timeOf(() => ask(laneway, 'boardForRange', board)), WARM_UPS);
  } finally {
    await laneway.close();
  }
}
