import { accept } from '../../../kernel/outcome.ts';
import type { PastChange } from '../../../contract/views/past-view.ts';
import { invalid } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';
import { boardForRange } from '../board-for-range.ts';
import type { RowMemory } from '../memory/row-memory.ts';

/** Remembers nothing: what was is asked for now and then. */
const noMemory: RowMemory = {
  at: async (read) => ({ read, source: read, sequence: await read.sequence(), resolved: new WeakMap() }),
};
const board = boardForRange(noMemory);

/** The board as it stood at a past minute: today's board on the rows of then, with the clock of then. */
export const boardAt: Answerer<'boardAt'> = async (read, { at, ...input }, scene) => {
  if (at > scene.now) return invalid('at', 'must not be later than now');
  const sequence = await read.sequenceAt(at);
  const stood = await board(read.asOf(sequence, at), input, { ...scene, now: at });
  if (!stood.ok) return stood;
  const ids = stood.value.appointments.map((one) => one.id);
  const last = await read.lastChanges('appointment', ids, sequence);
  const changes = ids.flatMap((id): PastChange[] => {
    const change = last.get(id);
    if (change === undefined) return [];
    const { name: command, ...rest } = change;
    return [{ id, command, ...rest }];
  });
  return accept({ ...stood.value, sequence, changes });
};
