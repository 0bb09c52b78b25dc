import { refused, type Answer } from './answer.ts';
import { withoutStale } from './holds.ts';
import { everOf, setAsideOf } from './parts.ts';
import { idleHolds, idleOf, letPartsGo } from './setting-aside.ts';
import { isTeamOverdrawn, occupies } from './minute-by-minute.ts';
import { changed, every, type Change, type Entry, type Model, type Row, type Rows } from './rows.ts';
import { doublyUsed } from './double-use.ts';
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
  if (entry.changes.some((own) => later.some((one) => isLost(entry, own, one)))) return refused('changed-since');
  const gone = entry.changes.filter((change) => change.before === null).map((change) => change.id);
  if (later.some((one) => one.changes.some((change) => mentions(change, gone) && !isRanOut(one, change))))
    return refused('changed-since');
  const put = entry.changes.flatMap((change) => asBefore(model, entry, change));
  const back = changed(model.rows, put, gone);
  const stocked = withParts(back, model, entry.changes);
  if (stocked === null) return refused('stock-short');
  const placed = put.filter((one) => one.entity === 'appointment').filter((one) => occupies(one, model.now));
  const rows = placed.reduce<Rows>((all, one) => withoutStale(all, model, one), stocked);
  if (placed.some((one) => isTeamOverdrawn({ ...model, rows }, one))) return refused('blocked');
  // A hold that has run out does not come back either to where others are by now.
  if (put.some((one) => one.entity === 'appointment' && doublyUsed(rows, one) !== null)) return refused('blocked');
  return { refused: null, partner: null, rows: () => rows, reverts: entry.sequence };
}

/** The later entry did something to the row that somebody would lose. */
function isLost(entry: Entry, own: Change, later: Entry): boolean {
  const change = later.changes.find(({ id }) => id === own.id);
  if (change === undefined || isReminder(change)) return false;
  // That a hold ran out nobody decided, unless the step itself is about the status.
  const { before, after } = own;
  const isOfStatus =
    before?.entity === 'appointment' && after?.entity === 'appointment' && !isEqual(before.state, after.state);
  return entry.name === 'undo' || isOfStatus || !isRanOut(later, change);
}

/** What went without saying: the hold is a request again or called off, its parts are free, the customer waits on. */
export function isRanOut(entry: Entry, { before, after }: Change): boolean {
  const ended = (id: string): boolean =>
    entry.changes.some((one) => one.id === id && one.before?.entity === 'appointment' && isRanOut(entry, one));
  if (before?.entity === 'reservation') return after === null && ended(before.appointmentId);
  if (before?.entity === 'waitlistEntry')
    return after !== null && before.state.status === 'offered' && ended(before.state.appointmentId);
  if (before?.entity !== 'appointment' || after?.entity !== 'appointment') return false;
  const { state } = after;
  if (before.state.status !== 'held' || before.state.until > entry.at) return false;
  if (!isEqual({ ...before, state }, after)) return false;
  if (state.status === 'requested') return state.approval === 'none';
  return state.status === 'cancelled' && state.cause === 'offer-expired';
}

/** The fields that were changed are what they were; whatever else became of the row since stays. */
function asBefore(model: Model, entry: Entry, { id, before, after }: Change): readonly Row[] {
  if (before === null) return [];
  if (after === null) return [asMade(model, entry, before)];
  const now = model.rows.get(id);
  if (now === undefined) return [];
  const was = new Map<string, unknown>(Object.entries(after));
  const back = Object.entries(before).filter(([field, value]) => !isEqual(value, was.get(field)));
  // Fields that are not there any more were not there before.
  const kept = Object.entries(now).filter(([field]) => field in before || !was.has(field));
  // Whose fields they are is known by the row that they come from.
  return [Object.fromEntries([...kept, ...back]) as Row & object];
}

/** Done again, it is as it was made: what went out to remind of it is forgotten. */
function asMade(model: Model, entry: Entry, before: Row): Row {
  const first = model.log.find((one) => one.sequence === entry.reverts);
  const made = first?.changes.find((one) => one.id === before.id)?.after ?? null;
  if (before.entity !== 'appointment' || made?.entity !== 'appointment' || made.reminded === undefined) return before;
  return { ...before, reminded: made.reminded };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
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
    const going = changes.filter(
      ({ id, before, after }) => before === null && model.rows.has(id) && open(after, stock.id) > 0,
    );
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
