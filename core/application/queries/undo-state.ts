import { accept } from '../../kernel/outcome.ts';
import type { UndoState } from '../../contract/views/log-view.ts';
import type { Answerer } from '../use-case.ts';
import type { LogEntry } from '../ports/log-entry.ts';
import type { Reader } from '../ports/store.ts';

/** So many of the newest own entries are looked at: a hundred steps back, each with its undo and redo. */
const FAR_ENOUGH = 300;

/** What undo and redo would do now, in the words of the command they are about. */
export const undoState: Answerer<'undoState'> = async (read, _input, scene) => {
  const own = await read.ownLog(scene.actor.id, FAR_ENOUGH);
  return accept({
    undo: await stepOf(read, own, nextUndo(own)),
    redo: await stepOf(read, own, nextRedo(own)),
  });
};

/** The newest undoable entry that stands and is not itself an undo. `own` is newest first. */
export function nextUndo(own: readonly LogEntry[]): LogEntry | undefined {
  return own.find((entry) => entry.undoable && entry.undoneBy === null && entry.name !== 'undo');
}

/** The newest undo that stands and changed something, unless something else was done since. */
export function nextRedo(own: readonly LogEntry[]): LogEntry | undefined {
  for (const entry of own) {
    if (entry.name === 'undo' && entry.undoneBy === null && entry.ops.length > 0) return entry;
    if (entry.name !== 'undo' && entry.name !== 'redo') return undefined;
  }
  return undefined;
}

async function stepOf(read: Reader, own: readonly LogEntry[], entry: LogEntry | undefined): Promise<UndoState['undo']> {
  if (entry === undefined) return null;
  let original = entry;
  // An undo names what it took back, a redo the undo; at the end stands the command a person gave.
  while ((original.name === 'undo' || original.name === 'redo') && original.reverts !== null) {
    const { reverts } = original;
    const before = own.find((one) => one.sequence === reverts) ?? (await read.logEntry(reverts));
    if (before === undefined) break;
    original = before;
  }
  return { name: original.name, subject: original.subject, at: original.at };
}
