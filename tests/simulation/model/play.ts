import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import type { Receipt } from '../../../core/contract/envelope.ts';
import type { Reply } from '../../../core/contract/refusal.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { openLanewayIn, type TestLaneway } from '../../builders/laneway.ts';
import { actor, at, clockAt, idsFrom, surroundingsWith } from '../../builders/surroundings.ts';
import type { Answer, Looked } from './answer.ts';
import { unlessTaken } from './external-ids.ts';
import { answerTo } from './answers.ts';
import type { Ask } from './asks.ts';
import { PLAYED_BY } from './command-set.ts';
import { broken } from './invariants.ts';
import { changed, changesBetween, type Model, type Rows } from './rows.ts';
import { commandOf } from './say-as-command.ts';
import { isRanOut } from './taking-back.ts';
import { buildSite } from './build-site.ts';
import { siteOf, type Site } from './site.ts';
import type { Step } from './steps.ts';
import { TOPICS } from './topics.ts';
import { differences, rowsOf, type Seen } from './compare.ts';

const NAMES = ['Kari', 'Ola'];
const FILE = 'laneway.sqlite';

/** A database with the site in it, to be copied for each sequence: opening a copy is quicker than building anew. */
export interface Stamp {
  readonly folder: string;
  readonly site: Site;
}

export async function makeStamp(folder: string): Promise<Stamp> {
  const ids = idsFrom();
  const site = siteOf(ids.next);
  const laneway = await openLanewayIn(folder, surroundingsWith(clockAt(at(7)), actor('admin', 'Builder')), ids);
  await buildSite(laneway, site);
  await laneway.close();
  return { folder, site };
}

function firstRows(site: Site): Rows {
  return changed(
    new Map(),
    TOPICS.flatMap((one) => one.firstRows(site)),
  );
}

/** How often each command was accepted, and each refusal given, over all sequences. */
export type Tally = Map<string, number>;

/** Plays the steps against the product and the model; throws at the first difference, saying which. */
export async function play({ folder, site }: Stamp, steps: readonly Step[], tally: Tally): Promise<void> {
  const own = path.join(folder, 'copy');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  copyFileSync(path.join(folder, FILE), path.join(own, FILE));
  const clock = clockAt(at(7));
  const laneway = await openLanewayIn(own, surroundingsWith(clock, actor('admin', NAMES[0])), idsFrom(10_000));
  try {
    const people = [laneway, laneway.as(surroundingsWith(clock, actor('dispatcher', NAMES[1])))];
    await playOn({ site, people, clock, tally, base: await laneway.store.read.sequence() }, steps);
  } finally {
    await laneway.close();
  }
}

interface Table {
  readonly site: Site;
  readonly people: readonly TestLaneway[];
  readonly clock: ReturnType<typeof clockAt>;
  readonly tally: Tally;
  /** Commands that built the site. */
  readonly base: number;
}

interface Sent {
  readonly by: number;
  readonly name: string;
  readonly input: { readonly id: string };
  readonly reply: Reply;
}

async function playOn(table: Table, steps: readonly Step[]): Promise<void> {
  const { site, people, clock } = table;
  const ids = people[0]?.ids ?? idsFrom();
  let model: Model = { now: clock.now(), who: '', rows: firstRows(site), log: [] };
  let last: Sent | null = null;
  const seen: Seen[] = [];
  for (const [index, step] of steps.entries()) {
    if (!('by' in step)) {
      const passed = step.do === 'pass' ? step.minutes : 0;
      clock.pass(passed);
      model = { ...model, now: addMinutes(model.now, passed) };
      if (step.do === 'again' && last !== null) await sameAgain(table, last);
      continue;
    }
    const asked = commandOf(step, { model, site, ids });
    if (asked === null) continue;
    if (!PLAYED_BY[asked.name].split(', ').includes(step.do))
      throw new Error(`${asked.name} is said by ${step.do}: put it into the table`);
    model = { ...model, who: NAMES[asked.by] ?? '' };
    const expected = unlessTaken(answerTo(asked, model, site), asked, model);
    const input = { id: ids.next(), args: withRealId(asked.args, seen.at(-1)), acceptCautions: asked.accept };
    const reply = await callAs(table, asked.by, asked.name, input);
    last = { by: asked.by, name: asked.name, input, reply };
    const told = `step ${index}, ${asked.name}`;
    model = await settle(table, model, asked, expected, reply, seen, told);
  }
}

/** Fees and entries of the waitlist are known here by their appointment, and to the product by ids of its own. */
function withRealId(args: Ask['args'], seen: Seen | undefined): object {
  const real = (id: string): string => {
    const found = seen?.get(id)?.row;
    return found !== undefined && 'realId' in found ? String(found.realId) : id;
  };
  return {
    ...args,
    ...('id' in args ? { id: real(args.id) } : {}),
    ...('entryId' in args && args.entryId !== null ? { entryId: real(args.entryId) } : {}),
  };
}

function callAs({ people }: Table, by: number, name: string, input: unknown): Promise<Reply> {
  const caller = people[by];
  if (caller === undefined) throw new Error(`There is nobody ${by}`);
  return caller.laneway.call('command', name, input, { host: 'test' });
}

/**
 * The same command once more is answered the same, and nothing happens. A refused one is judged anew, and so is one that did
 * nothing because what it asked for stood: it was answered by the receipt of the one that did it.
 */
async function sameAgain(table: Table, { by, name, input, reply }: Sent): Promise<void> {
  if (!reply.ok || receiptOf(reply).commandId !== input.id) return;
  const sequence = await table.people[0]?.store.read.sequence();
  const again = await callAs(table, by, name, input);
  if (JSON.stringify(again) !== JSON.stringify(toldAgain(reply)))
    throw new Error(`${name} sent again: ${JSON.stringify(again)}`);
  if ((await table.people[0]?.store.read.sequence()) !== sequence) throw new Error(`${name} sent again was done again`);
}

/** Which lines of a plan were left is told again, but not why: that was only true at the time. */
function toldAgain(reply: Reply): Reply {
  const { left, ...receipt } = receiptOf(reply);
  if (left === undefined) return reply;
  return { ok: true, value: { ...receipt, left: left.map(({ line }) => ({ line, title: '', because: null })) } };
}

async function settle(
  table: Table,
  model: Model,
  asked: Ask,
  expected: Answer,
  reply: Reply,
  seen: Seen[],
  told: string,
): Promise<Model> {
  const { site, people, tally } = table;
  const [{ store } = { store: undefined }] = people;
  if (store === undefined) throw new Error('There is no store');
  count(tally, `${asked.name}: ${reply.ok ? 'done' : reply.error.kind}`);
  compareAnswers(expected, reply, told);
  if (expected.refused !== null || !reply.ok) {
    const after = await rowsOf(store.read, site, model.rows);
    fail(differences(model.rows, after), `${told} was refused and changed something`);
    return model;
  }
  const sequence = receiptOf(reply).sequence - table.base;
  const { rows, same } = await rowsAfter(store.read, model, asked, expected, reply, sequence, told);
  const after = await rowsOf(store.read, site, rows);
  fail(differences(rows, after), told);
  const isReversal = asked.name === 'undo' || asked.name === 'redo';
  fail(broken(model.rows, rows, site, isReversal, model.now), `${told} broke a law`);
  if (same !== undefined) {
    if (sequence !== same) throw new Error(`${told}: repeats ${sequence}, not ${same}`);
    return model;
  }
  if (sequence !== model.log.length + 1) throw new Error(`${told}: the log is at ${sequence}`);
  const changes = changesBetween(model.rows, rows);
  const reverts = expected.reverts ?? null;
  seen[sequence] = after;
  // Holds that ran out in the meantime may have had to give way: they are no part of what was taken back.
  const idle = new Set(
    model.log
      .filter((one) => one.sequence > (reverts ?? Infinity))
      .flatMap((one) => one.changes.filter((change) => isRanOut(one, change)).map((change) => change.id)),
  );
  const done = model.log.find((one) => one.sequence === reverts)?.changes ?? [];
  const taken = done.filter((change) => !idle.has(change.id));
  if (reverts !== null) fail(notAsBefore(taken, seen[reverts - 1], after), `${told} did not give equal rows back`);
  const log = model.log.map((one) => (one.sequence === reverts ? { ...one, undoneBy: sequence } : one));
  const args = JSON.stringify(asked.args);
  const entry = { sequence, at: model.now, by: asked.by, name: asked.name, args, changes, reverts, undoneBy: null };
  return { ...model, rows, log: [...log, entry] };
}

/** What the rows have to be, given what the product chose. */
async function rowsAfter(
  read: TestLaneway['store']['read'],
  model: Model,
  asked: Ask,
  expected: Extract<Answer, { refused: null }>,
  reply: Reply,
  sequence: number,
  told: string,
): Promise<Looked> {
  if (expected.look !== undefined) {
    try {
      return await expected.look(read, sequence <= model.log.length);
    } catch (error) {
      throw new Error(`${told}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  const made = newAppointment(reply, model);
  const chosen = await chosenPartner(read, asked, expected, told, made);
  const stored = made === null ? undefined : await read.get('appointment', made);
  const rows = expected.rows(chosen, made, stored ?? null);
  return expected.same === undefined ? { rows } : { rows, same: expected.same };
}

function receiptOf(reply: Reply): Receipt {
  if (!reply.ok) throw new Error('A refusal has no receipt');
  return reply.value as Receipt;
}

/** The appointment that the command made, where its id is the product's to give. */
function newAppointment(reply: Reply, model: Model): string | null {
  const fresh = receiptOf(reply).touched.find(({ entity, id }) => entity === 'appointment' && !model.rows.has(id));
  return fresh?.id ?? null;
}

/** What was taken back is, field by field, what it was before: also the fields the model knows nothing of. */
function notAsBefore(
  changes: Model['log'][number]['changes'],
  before: Seen | undefined,
  after: Seen,
): readonly string[] {
  return changes
    .filter(({ id }) => before !== undefined && textOf(before, id) !== textOf(after, id))
    .map(({ id }) => `${before?.get(id)?.text} is now ${after.get(id)?.text}`);
}

/** Without the reminders that went out: nothing takes them back. */
function textOf(seen: Seen, id: string): string {
  return JSON.stringify({ ...seen.get(id)?.row, reminded: null });
}

function compareAnswers(expected: Answer, reply: Reply, told: string): void {
  const is = reply.ok ? null : reply.error.kind;
  if (is !== null && expected.refused === null && expected.mayRefuse?.includes(is) === true) {
    const doubt = expected.doubt?.() ?? null;
    if (doubt !== null) throw new Error(`${told} was refused: ${doubt}`);
    return;
  }
  if (is !== expected.refused)
    throw new Error(
      `${told}: the model says ${expected.refused ?? 'yes'}, the product ${is ?? 'yes'}: ${JSON.stringify(reply)} ${JSON.stringify(expected)}`,
    );
  if (expected.refused === null || expected.rules === null || reply.ok || !('reasons' in reply.error)) return;
  const rules = [...new Set(reply.error.reasons.map((one) => one.reason.rule))].toSorted();
  if (rules.join() !== expected.rules.join())
    throw new Error(`${told}: the model blames ${expected.rules.join()}, the product ${rules.join()}`);
}

async function chosenPartner(
  read: TestLaneway['store']['read'],
  asked: Ask,
  expected: Extract<Answer, { refused: null }>,
  told: string,
  made: string | null,
): Promise<Claim | null> {
  const { partner } = expected;
  if (partner === null) return null;
  const stored = await read.get('appointment', 'id' in asked.args ? asked.args.id : (made ?? ''));
  const claim = stored?.claims.find((one) => one.role === partner.role);
  if (claim === undefined || !partner.among.includes(claim.resourceId))
    throw new Error(`${told}: ${claim?.resourceId ?? 'nobody'} is not among the best: ${partner.among.join()}`);
  return claim;
}

function count(tally: Tally, what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}

function fail(problems: readonly string[], told: string): void {
  if (problems.length > 0) throw new Error(`${told}: ${problems.join('; ')}`);
}
