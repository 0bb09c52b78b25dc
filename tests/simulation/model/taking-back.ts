import { refused, type Answer } from './answer.ts';
import { withoutStale } from './holds.ts';
import { everOf, setAsideOf } from './parts.ts';
import { idleHolds, idleOf, letPartsGo } from './setting-aside.ts';
import { isTeamOverdrawn, occupies } from './minute-by-minute.ts';
import { changed, every, row, type Change, type Entry, type Model, type Row, type Rows } from './rows.ts';
import { doublyUsed } from './invariants.ts';
import { isReminder } from './words.ts';

/** Commands that are no step back: undo itself, what the clock did, and what somebody outside has seen. */
const NO_STEP: readonly string[] = ['undo', 'sweepHolds', 'exposeSlots', 'sendReminders'];

/** The actor's newest step that stands. */
export function takeBack(model: Model, by: number): Answer {
  const own = model.log.toReversed().filter((entry) => entry.by === by);
  const entry = own.find((one) => !NO_STEP.includes(one.name) && one.changes.length > 0 && one.undoneBy === null);
  return entry === undefined ? refused('nothing-to-undo') : reverse(model, entry);
}

/** The actor's newest undo that stands, unless something else was done since. */
export function doAgain(model: Model, by: number): Answer {
  for (const entry of model.log.toReversed().filter((one) => one.by === by)) {
    if (entry.name === 'undo' && entry.undoneBy === null) return reverse(model, entry);
    if (entry.name !== 'undo' && entry.name !== 'redo') break;
  }
  return refused('nothing-to-redo');
}

function reverse(model: Model, entry: Entry): Answer {
  const later = model.log.filter((one) => one.sequence > entry.sequence && counts(model.log, one, entry.sequence));
  const ids = new Set(entry.changes.map((change) => change.id));
  if (later.some((one) => one.changes.some((change) => ids.has(change.id) && !isReminder(change))))
    return refused('changed-since');
  const gone = entry.changes.filter((change) => change.before === null).map((change) => change.id);
  if (later.some((one) => one.changes.some((change) => mentions(change, gone)))) return refused('changed-since');
  const put = entry.changes.flatMap((change) => (change.before === null ? [] : withReminders(change.before, model)));
  const back = changed(model.rows, put, gone);
  const stocked = withParts(back, model, entry.changes);
  if (stocked === null) return refused('stock-short');
  const placed = put.filter((one) => one.entity === 'appointment').filter((one) => occupies(one, model.now));
  const rows = placed.reduce<Rows>((all, one) => withoutStale(all, model, one), stocked);
  if (placed.some((one) => isTeamOverdrawn({ ...model, rows }, one))) return refused('blocked');
  if (placed.some((one) => doublyUsed(rows, one) !== null)) return refused('blocked');
  return { refused: null, partner: null, rows: () => rows, reverts: entry.sequence };
}

/** Reminders that went out stay sent. */
function withReminders(before: Row, model: Model): Row {
  const now = row(model.rows, 'appointment', before.id);
  return before.entity === 'appointment' && now?.reminded !== undefined
    ? { ...before, reminded: now.reminded }
    : before;
}

/** A later entry counts unless it and what it takes back came both later: those cancel each other, the newest first. */
function counts(log: readonly Entry[], entry: Entry, after: number): boolean {
  const stands = (one: Entry): boolean => !log.some((other) => other.reverts === one.sequence && stands(other));
  return stands(entry) && (entry.reverts === null || entry.reverts <= after);
}

/** Something that would go was put to use since. */
function mentions({ before, after }: Change, gone: readonly string[]): boolean {
  if (after === null || gone.length === 0) return false;
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const fresh = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(old.get(field)) !== JSON.stringify(value),
  );
  const text = JSON.stringify(fresh);
  return gone.some((id) => text.includes(id));
}

/** What comes back must not promise parts that have gone since; holds that have run out let go of theirs. */
function withParts(back: Rows, model: Model, changes: readonly Change[]): Rows | null {
  const open = (row: Row | null, stockId: string): number =>
    row?.entity === 'reservation' && row.stockId === stockId && !row.consumed ? row.quantity : 0;
  let rows = back;
  for (const stock of every(back, 'stock')) {
    const coming = changes.reduce((sum, one) => sum + (one.after === null ? open(one.before, stock.id) : 0), 0);
    if (coming === 0 && stock.onHand < 0) return null;
    if (coming === 0) continue;
    const idle = idleHolds(model, stock.id);
    const going = changes.filter(({ before, after }) => before === null && open(after, stock.id) > 0);
    const counted = going.reduce((sum, { after }) => {
      const isIdle = after?.entity === 'reservation' && idle.some(({ hold }) => hold.id === after.appointmentId);
      return sum + (isIdle ? 0 : open(after, stock.id));
    }, 0);
    const ever = everOf(back, stock.id);
    const written = setAsideOf(model.rows, stock.id);
    const left = (promised: number): number => Math.max(0, ever - Math.max(0, promised - counted));
    if (left(written - idleOf(model, stock.id)) < coming) return null;
    rows = letPartsGo(rows, model, stock.id, coming - left(written));
  }
  return rows;
}
