import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { invert, type Op } from '../domain/ops/op.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { busyRange, occupies } from '../domain/work/status-machine.ts';
import { announceChange } from './announce.ts';
import type { LogEntry } from './ports/log-entry.ts';
import type { WriteTx } from './ports/store.ts';
import { nextRedo, nextUndo } from './queries/undo-state.ts';
import { decide } from './refusals.ts';
import { releaseExpired } from './holds.ts';
import { checkStock } from './stock-check.ts';
import { checkTeams } from './team-check.ts';
import type { Decision, Scene } from './use-case.ts';
import { changedSince, referredTo } from './undo-conflicts.ts';
import { HOUSEKEEPER } from './waiting/housekeeper-actor.ts';

type Pick = (own: readonly LogEntry[]) => LogEntry | undefined;

/** Mostly the newest few suffice; a hundred steps back lie each with its undo and redo on top. */
const NEAR = 12;
const FAR = 300;

async function ownEntry(tx: WriteTx, scene: Scene, pick: Pick): Promise<LogEntry | undefined> {
  const { id } = scene.actor;
  return pick(await tx.ownLog(id, NEAR)) ?? pick(await tx.ownLog(id, FAR));
}

/**
 * Takes back the actor's newest step. Asks what others did since, double use and stock, but not the clock. A step that the
 * host itself has gone on with counts as taken back and changes nothing, so that older ones can be reached.
 */
export async function takeBack(tx: WriteTx, scene: Scene): Promise<Outcome<Decision, Refusal>> {
  const entry = await ownEntry(tx, scene, nextUndo);
  if (entry === undefined) return refuse({ kind: 'nothing-to-undo' });
  const ops = await opsBack(tx, entry, 'undo');
  if (!ops.ok) return ops;
  return ops.value === 'left' ? decide(entry.subject, [], revertsOf(entry)) : reverse(tx, scene, entry, ops.value);
}

/** Does again what was taken back last, unless something else was done since. */
export async function doAgain(tx: WriteTx, scene: Scene): Promise<Outcome<Decision, Refusal>> {
  const entry = await ownEntry(tx, scene, nextRedo);
  if (entry === undefined) return refuse({ kind: 'nothing-to-redo' });
  const ops = await opsBack(tx, entry, 'redo');
  if (!ops.ok) return ops;
  return ops.value === 'left' ? refuse({ kind: 'nothing-to-redo' }) : reverse(tx, scene, entry, ops.value);
}

const revertsOf = (entry: LogEntry): { readonly reverts: NonNullable<Decision['reverts']> } => ({
  reverts: { entry: entry.sequence, clears: null },
});

/** The ops that take the entry back as the rows are now; refused, with who and when, if somebody has changed them since. */
async function opsBack(
  tx: WriteTx,
  entry: LogEntry,
  how: 'undo' | 'redo',
): Promise<Outcome<readonly Op[] | 'left', Refusal>> {
  const ops = entry.ops.map(invert).toReversed();
  const changes: LogEntry[] = [];
  const back: Op[] = [];
  for (const op of ops) {
    const { change, ranOut } = await changedSince(tx, entry, op);
    if (change !== undefined) changes.push(change);
    else if (ranOut && how === 'redo') changes.push(...(await tx.logAfter(op.entity, op.id, entry.sequence)).slice(-1));
    back.push(...(ranOut ? await asItIsNow(tx, op) : [op]));
  }
  const removed = ops.filter((op) => op.op === 'delete');
  const user = changes.length > 0 ? undefined : await referredTo(tx, entry, removed);
  if (user !== undefined) changes.push(user);
  const [first] = changes.filter((one) => how === 'redo' || one.actorId !== HOUSEKEEPER.id);
  if (first !== undefined)
    return refuse({ kind: 'changed-since', what: entry.subject, by: first.actorName, at: first.at });
  return accept(changes.length > 0 ? 'left' : back);
}

/** The op on a row of which a hold has run out; nothing where the row went with it. */
async function asItIsNow(tx: WriteTx, op: Op): Promise<readonly Op[]> {
  const row = await tx.get(op.entity, op.id);
  if (row === undefined) return [];
  const now: Readonly<Record<string, unknown>> = { ...row };
  switch (op.op) {
    case 'insert':
      return [op];
    case 'delete':
      return [{ ...op, row } as Op];
    case 'update':
      return [{ ...op, before: Object.fromEntries(Object.keys(op.after).map((field) => [field, now[field]])) }];
  }
}

async function reverse(
  tx: WriteTx,
  scene: Scene,
  entry: LogEntry,
  ops: readonly Op[],
): Promise<Outcome<Decision, Refusal>> {
  const stock = await checkStock(tx, scene, ops);
  if (!stock.ok) return stock;
  const changes = await appointmentChanges(tx, ops);
  const teams = await checkTeams(
    tx,
    scene,
    changes.flatMap(({ after }) => after ?? []),
    changes.flatMap(({ before, after }) => (after === null && before !== null ? [before] : [])),
  );
  if (!teams.ok) return teams;
  const released = [...stock.value, ...(await expiredInTheWay(tx, scene, [...stock.value, ...ops], changes))];
  return decide(entry.subject, [...released, ...ops], {
    ...revertsOf(entry),
    domainEvents: changes.flatMap((change) => announceChange(change.before, change.after)),
  });
}

interface AppointmentChange {
  readonly before: Appointment | null;
  readonly after: Appointment | null;
}

async function appointmentChanges(tx: WriteTx, ops: readonly Op[]): Promise<readonly AppointmentChange[]> {
  const changes: AppointmentChange[] = [];
  for (const op of ops) {
    if (op.entity !== 'appointment') continue;
    const before = op.op === 'insert' ? null : ((await tx.get('appointment', op.id)) ?? null);
    if (op.op === 'insert') changes.push({ before, after: op.row });
    else if (op.op === 'delete') changes.push({ before, after: null });
    else if (before !== null) changes.push({ before, after: { ...before, ...op.after } });
  }
  return changes;
}

/** Whatever comes back to its place finds holds there that have run out: they give way, as to any booking. */
async function expiredInTheWay(
  tx: WriteTx,
  scene: Scene,
  ops: readonly Op[],
  changes: readonly AppointmentChange[],
): Promise<readonly Op[]> {
  const own = new Set(ops.map((op) => op.id));
  const released: Op[] = [];
  for (const { after } of changes) {
    if (after === null || !occupies(after, scene.now)) continue;
    const ids = after.claims.map((claim) => claim.resourceId);
    const found = await releaseExpired(tx, scene, ids, busyRange(after, scene.now), after.id);
    released.push(...found.filter((one) => !own.has(one.id)));
  }
  return released;
}
