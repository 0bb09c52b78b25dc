import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../../core/kernel/id.ts';
import { withCopy, type BenchData } from './data.ts';
import { ask, firstLocation, openStill } from './open.ts';
import { measure, p95Of, timeOf, type Row } from './row.ts';

const MOVES = 200;

/** Moves among 100,000 appointments, each committed with synchronous=FULL; the figure of a run is its 95th percentile. */
export function commandRows(data: BenchData): Promise<readonly Row[]> {
  return withCopy(data, async (folder) => {
    const laneway = await openStill(folder, data.now);
    try {
      const locationId = await firstLocation(laneway);
      const board = await ask(laneway, 'boardForRange', { locationId, date: '2026-11-24', days: 6 });
      const movable = board.appointments.filter((one) => one.state.status === 'confirmed').slice(0, MOVES);
      let later = 0;
      const row = await measure('move accepted and committed, p95 of a run', 16, async () => {
        const figures: number[] = [];
        let accepted = 0;
        later = later === 0 ? 15 : 0;
        for (const { id, start, end } of movable) {
          const args = {
            id,
            start: start + later * 60_000,
            end: end + later * 60_000,
            claims: null,
            findPartner: true,
          };
          const input = { id: uuidv7(Date.now(), randomBytes(10)), args, acceptCautions: true };
          let ok = false;
          const took = await timeOf(async () => {
            ok = (await laneway.dispatcher.call('command', 'moveAppointment', input, { host: 'test' })).ok;
          });
          // A refused move is not what the row is about: it looks for alternatives and commits nothing.
          if (ok) figures.push(took);
          accepted += ok ? 1 : 0;
        }
        if (accepted < movable.length / 3) throw new Error(`Only ${accepted} of ${movable.length} moves were accepted`);
        return p95Of(figures);
      });
      return [row];
    } finally {
      await laneway.close();
    }
  });
}
