import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { uuidv7 } from '../../../core/kernel/id.ts';
import { sampleCommands } from '../../../core/sample/index.ts';
import { sendAll } from '../../../core/sample/send-all.ts';
import { openLanewayIn, type TestLaneway } from '../../builders/laneway.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { seriesArgs } from '../../builders/series-args.ts';
import { actor, at, clockAt, idsFrom, surroundingsWith, zones } from '../../builders/surroundings.ts';
import { openStage, temporaryFolder, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead, workOrderArgs } from '../../builders/world.ts';
import { waitlistArgs } from '../../builders/waiting-args.ts';
import { cliOn } from '../on-stage.ts';
import { keptLines } from './kept-lines.ts';
import { summaryOf } from './transfer-stage.ts';

const DAY = localDate('2026-11-23');
const NOW = instant(Date.UTC(2026, 10, 23, 9, 24));

/** Exports, brings it into an empty folder, exports that: the two files and what the import said. */
async function thereAndBack(stage: TestLaneway) {
  const files = new Map<string, string>();
  await cliOn(stage, ['export', 'first.jsonl'], files);
  const other = await openLanewayIn(temporaryFolder(), stage.surroundings, idsFrom(60_000));
  const brought = await cliOn(other, ['import', 'first.jsonl', '--accept-cautions', '--json'], files);
  await cliOn(other, ['export', 'second.jsonl'], files);
  const text = (name: string): string => files.get(name) ?? '';
  return { first: text('first.jsonl'), second: text('second.jsonl'), summary: summaryOf(brought.out), other };
}

/** Everything that a row can say and a new one cannot. */
async function eventful(): Promise<Stage> {
  const stage = await openStage();
  const { world, ids } = stage;
  const weekly = ids.next<'series'>();
  await stage.done('createSeries', seriesArgs(world, weekly, { claims: [lead(world.cleo), bay(world.bay1)] }));
  const edit = { seriesId: weekly, scope: 'this' } as const;
  await stage.done('bookOccurrence', { seriesId: weekly, occurrence: '2026-11-30T09:00', id: ids.next() });
  const moved = { kind: 'change', start: '2026-12-08T10:00' } as const;
  await stage.done('editOccurrence', { ...edit, occurrence: '2026-12-07T09:00', change: moved });
  await stage.done('editOccurrence', { ...edit, occurrence: '2026-12-14T09:00', change: { kind: 'skip' } });
  const ended = ids.next<'series'>();
  await stage.done('createSeries', seriesArgs(world, ended, { start: '2026-11-23T13:00', claims: [lead(world.bo)] }));
  await stage.done('endSeries', { id: ended });
  const id = await stage.book({ start: at(13), end: at(14), rescheduleLimit: 3, recording: true });
  const words = { title: 'Visit', description: 'd', participants: [], meetingUrl: 'https://example.org/x' };
  await stage.done('updateAppointment', { id, ...words, priority: 'urgent', pinned: true, remind: false });
  await stage.done('moveAppointment', { id, start: at(34), end: at(35), claims: null, findPartner: false });
  const rule = { kind: 'require-approval', minimumDuration: 60, minimumPriority: null } as const;
  await stage.done('addScheduleRule', ruleArgs(ids.next(), { rule }));
  const dana = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Dana')));
  await dana.done('bookAppointment', bookingArgs(world, ids.next(), { start: at(38), end: at(39.5) }));
  await stage.done('addWaitlistEntry', waitlistArgs(world, ids.next(), { note: 'Any morning' }));
  return stage;
}

describe('an export brought into an empty folder and exported again', () => {
  it('is the same line by line for the sample organization', async () => {
    const stage = await openLanewayIn(temporaryFolder(), surroundingsWith(clockAt(NOW)));
    await sendAll(sampleCommands(zones, { today: DAY, now: NOW, scale: 'day' }), {
      send: (batch, by) => stage.laneway.submit.many(batch, { host: 'sample', ...(by === null ? {} : { actor: by }) }),
      idOf: (when, index) => uuidv7(when, createHash('sha256').update(String(index)).digest()),
      progress: () => undefined,
    });
    const { first, second, summary } = await thereAndBack(stage);
    expect(summary).toMatchObject({ refused: [], already: 0 });
    expect(keptLines(first).length).toBeGreaterThan(1000);
    expect(keptLines(second)).toEqual(keptLines(first));
    // Nothing is there that was not there before.
    expect(keptLines(second)).toHaveLength(second.trimEnd().split('\n').length);
  });

  it('keeps exceptions, ended series, what became of an occurrence, pending approvals and every word of a booking', async () => {
    const stage = await eventful();
    const { first, second, summary } = await thereAndBack(stage);
    expect(summary).toMatchObject({ refused: [] });
    expect(keptLines(second)).toEqual(keptLines(first));
    const all = second.split('\n').join();
    for (const said of ['"change":"moved"', '"change":"cancelled"', '"change":"appointment"', '"approval":"pending"'])
      expect(all).toContain(said);
    for (const said of ['"requestedBy":"Dana"', '"active":false', '"pinned":true', '"rescheduleCount":1'])
      expect(all).toContain(said);
  });

  it('keeps numbers, when orders were opened, parts that were ordered, and work that is under way', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const first = await stage.order();
    const id = await stage.bookWork({ claims: [lead(world.anna), bay(world.bay1)] });
    await stage.done('cancelWorkOrder', { id: first, reason: 'not wanted' });
    const parts = [{ partId: world.thermostat, quantity: 50 }];
    const short = await stage.order({ parts });
    await stage.done('orderParts', { workOrderId: short });
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    const trip = await thereAndBack(stage);
    expect(trip.summary).toMatchObject({ refused: [] });
    expect(keptLines(trip.second)).toEqual(keptLines(trip.first));
    expect((await trip.other.store.read.get('workOrder', short))?.ordered).toHaveLength(1);
    const next = ids.next<'work-order'>();
    await trip.other.done('openWorkOrder', workOrderArgs(world, next));
    expect((await trip.other.store.read.get('workOrder', next))?.number).toBe(1004);
  });

  it('keeps what was on offer, and what a request that waits has lost', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const winner = await stage.book({ as: 'requested' });
    const loser = await stage.book({ as: 'requested', title: 'Lost' });
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    const entryId = ids.next<'waitlist-entry'>();
    await stage.done('addWaitlistEntry', waitlistArgs(world, entryId));
    const offered = { id: ids.next<'appointment'>(), locationId: world.locationId, resourceId: world.bo, entryId };
    await stage.done('offerSlot', { ...offered, range: { from: at(13), to: at(14.25) } });
    const { first, second, other } = await thereAndBack(stage);
    expect(keptLines(second)).toEqual(keptLines(first));
    const entries = async ({ store }: Pick<Stage, 'store'>) => store.read.page('waitlistEntry', null, 10);
    expect((await entries(other)).map((one) => one.state.status).toSorted()).toEqual(['offered', 'waiting']);
    expect(await entries(other)).toEqual(await entries(stage));
    expect(await other.store.read.get('appointment', loser)).toEqual(await stage.appointment(loser));
    stage.clock.set(at(8));
    const late = await thereAndBack(stage);
    const left = (await entries(late.other)).find((one) => one.id === entryId);
    expect(left).toMatchObject({ state: { status: 'waiting' }, offers: [{ answer: 'expired' }] });
  });

  it('keeps what was agreed before somebody fell ill, as a caution', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(13), end: at(14) });
    const range = { from: at(0), to: at(24) };
    const absence = { id: stage.ids.next<'absence'>(), resourceId: stage.world.anna, range, reason: 'Ill' };
    await stage.done('recordAbsence', absence);
    const { first, second, other } = await thereAndBack(stage);
    expect(keptLines(second)).toEqual(keptLines(first));
    expect((await other.store.read.get('appointment', id))?.state).toEqual({ status: 'confirmed' });
  });
});

describe('what only an exported row says', () => {
  it('is refused to whoever may not administer, so that it is no way round approvals', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const exported = { number: 7000, openedAt: at(0), ordered: [] };
    const order = { ...workOrderArgs(world, ids.next()), imported: exported };
    for (const role of ['dispatcher', 'manager', 'integration'] as const) {
      const who = stage.as(surroundingsWith(stage.clock, actor(role, 'Other')));
      expect(await who.refused('openWorkOrder', order)).toEqual({ kind: 'not-permitted', permission: 'administer' });
      const imported = { exceptions: [], splitFrom: null, active: true };
      expect(await who.refused('createSeries', seriesArgs(world, ids.next(), { imported }))).toMatchObject({
        permission: 'administer',
      });
      const since = { since: at(0), displaced: null, offers: [], state: { status: 'waiting' as const } };
      expect(await who.refused('addWaitlistEntry', waitlistArgs(world, ids.next(), { imported: since }))).toMatchObject(
        { permission: 'administer' },
      );
      expect(await who.refused('bookAppointment', bookingArgs(world, ids.next(), { imported: NEW }))).toMatchObject({
        permission: 'administer',
      });
    }
    await stage.done('openWorkOrder', order);
    expect(await stage.store.read.get('workOrder', order.id)).toMatchObject({ number: 7000, openedAt: at(0) });
  });

  it('puts nobody in two places at once', async () => {
    const stage = await openStage();
    await stage.book();
    const twice = bookingArgs(stage.world, stage.ids.next(), { imported: NEW });
    expect(await stage.refused('bookAppointment', twice)).toMatchObject({ kind: 'needs-override' });
    const reply = await stage.send('bookAppointment', twice, { acceptCautions: true });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'blocked' } });
  });

  it('names an occurrence only where the series has given it to that appointment', async () => {
    const stage = await openStage();
    const seriesId = stage.ids.next<'series'>();
    await stage.done('createSeries', seriesArgs(stage.world, seriesId));
    const imported = { ...NEW, seriesId, occurrence: '2026-11-30T09:00' };
    expect(
      await stage.refused('bookAppointment', bookingArgs(stage.world, stage.ids.next(), { imported })),
    ).toMatchObject({ kind: 'invalid-input', problems: [{ field: 'imported.occurrence' }] });
  });
});

/** A row that says nothing special. */
const NEW: NonNullable<CommandArgs<'bookAppointment'>['imported']> = {
  state: { status: 'confirmed' },
  before: 0,
  after: 15,
  priority: 'normal',
  kindId: null,
  pinned: false,
  remind: true,
  rescheduleCount: 0,
  rescheduledAt: null,
  seriesId: null,
  occurrence: null,
  reminded: [],
  ordered: [],
  reservations: [],
};
