import type { QueryInput } from '../../core/contract/client.ts';
import { withCopy, type BenchData } from './data.ts';
import { ask, firstLocation, openStill } from './open.ts';
import { measure, timeOf, type Row } from './row.ts';

const WARM_UPS = 10;
type Question = Omit<QueryInput<'nextFreeSlot'>, 'locationId' | 'days'>;

/** Three people and a bay for four hours, where the first week is full to the last half hour. */
const AFTER_A_FULL_WEEK: Question = {
  duration: 240,
  wishes: [{ kind: 'technician' }, { kind: 'technician' }, { kind: 'technician' }, { kind: 'bay' }],
};
/** Nobody works so long without a break, so every shift of every day is looked at. */
const NEVER: Question = { duration: 540, wishes: [{ kind: 'technician' }] };

/** `dense` has a full week, `large` a year with gaps. */
export async function nextFreeRows(dense: BenchData, large: BenchData): Promise<readonly Row[]> {
  return [
    await row('next free slot over 30 days, 200 technicians', dense, AFTER_A_FULL_WEEK, true),
    await row('the same where there is none in 30 days', large, NEVER, false),
  ];
}

function row(name: string, data: BenchData, question: Question, isFound: boolean): Promise<Row> {
  return withCopy(data, async (folder) => {
    const laneway = await openStill(folder, data.now);
    try {
      const asked = { ...question, locationId: await firstLocation(laneway), days: 30 };
      const { slot } = await ask(laneway, 'nextFreeSlot', asked);
      if ((slot !== null) !== isFound) throw new Error(`The sample answers otherwise: ${JSON.stringify(slot)}`);
      return await measure(name, 20, () => timeOf(() => ask(laneway, 'nextFreeSlot', asked)), WARM_UPS);
    } finally {
      await laneway.close();
    }
  });
}
