import { randomBytes } from 'node:crypto';
import type { Laneway } from '../../core/compose.ts';
import { uuidv7 } from '../../core/kernel/id.ts';
import { withCopy, type BenchData } from './data.ts';
import { ask, firstLocation, openStill } from './open.ts';
import { measure, timeOf, type Row } from './row.ts';

const WARM_UPS = 10;

/** The best three of fourteen days for work that needs a technician and a bay; also when a command came just before. */
export function slotRows(data: BenchData): Promise<readonly Row[]> {
  return withCopy(data, async (folder) => {
    const laneway = await openStill(folder, data.now);
    try {
      const inBay = await workForBays(laneway);
      const bestThree = async (turn: number): Promise<number> => {
        const workOrderId = inBay[turn % inBay.length];
        if (workOrderId === undefined) throw new Error('The tray has no work for a bay');
        const question = { work: { workOrderId }, from: null, days: 14, count: 3, within: null, duration: null };
        return timeOf(() => ask(laneway, 'suggestSlots', question));
      };
      const rename = await renamer(laneway);
      let turn = 0;
      const name = 'best three slots, 14 days, 200 technicians, 100 bays';
      const kept = await measure(name, 50, () => bestThree((turn += 1)), WARM_UPS);
      const fresh = async (): Promise<number> => {
        await rename((turn += 1));
        return bestThree(turn);
      };
      return [kept, await measure('the same right after a change', 50, fresh, WARM_UPS)];
    } finally {
      await laneway.close();
    }
  });
}

async function workForBays(laneway: Laneway): Promise<readonly string[]> {
  const locationId = await firstLocation(laneway);
  const tray = await ask(laneway, 'tray', { locationId, tab: 'unassigned', filter: '', dueWithinDays: null });
  return tray.items.flatMap((item) => (item.needsBay && item.workOrderId !== null ? [item.workOrderId] : []));
}

/** A command that touches an appointment of the coming days, so that whatever is remembered of them is old. */
async function renamer(laneway: Laneway): Promise<(turn: number) => Promise<void>> {
  const locationId = await firstLocation(laneway);
  const board = await ask(laneway, 'boardForRange', { locationId, date: '2026-11-25', days: 1 });
  const [first] = board.appointments;
  if (first === undefined) throw new Error('The sample has no appointment on that day');
  const { appointment } = await ask(laneway, 'appointmentDetails', { id: first.id });
  const { id, description, priority, participants, pinned, meetingUrl, remind } = appointment;
  const rest = { id, description, priority, participants: [...participants], pinned, meetingUrl, remind };
  return async (turn) => {
    const input = { id: uuidv7(Date.now(), randomBytes(10)), args: { ...rest, title: `${appointment.title} ${turn}` } };
    const reply = await laneway.dispatcher.call('command', 'updateAppointment', input, { host: 'test' });
    if (!reply.ok) throw new Error(reply.message);
  };
}
