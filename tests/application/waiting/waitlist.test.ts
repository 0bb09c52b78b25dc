import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { waitlistArgs } from '../../builders/waiting-args.ts';
import { customerArgs, lead, longWorkArgs } from '../../builders/world.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { as, ask, entry, wait } from './stage.ts';

/** Anna's free time from 09:00 to 10:15, offered to whoever it suits best. */
function offerArgs(
  stage: Stage,
  more: Partial<Omit<CommandArgs<'offerSlot'>, 'id'>> = {},
): CommandArgs<'offerSlot'> & { readonly id: AppointmentId } {
  return {
    id: stage.ids.next<'appointment'>(),
    locationId: stage.world.locationId,
    resourceId: stage.world.anna,
    range: { from: at(9), to: at(10.25) },
    entryId: null,
    ...more,
  };
}

const window = { from: at(9), to: at(10) };

describe('an entry of the waitlist', () => {
  it('takes its length from the service type when none is given', async () => {
    const stage = await openStage();
    expect(await entry(stage, await wait(stage))).toMatchObject({
      duration: 60,
      since: at(7),
      displaced: null,
      offers: [],
      state: { status: 'waiting' },
    });
  });

  it('takes customer and length from its work order', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ duration: 90 });
    const id = await wait(stage, { workOrderId, serviceTypeId: null, customerId: null });
    expect(await entry(stage, id)).toMatchObject({ duration: 90, customerId: stage.world.customerId });
  });

  it('is refused for what is not there, or not open any more', async () => {
    const stage = await openStage();
    const args = (more: Partial<CommandArgs<'addWaitlistEntry'>>) => waitlistArgs(stage.world, stage.ids.next(), more);
    const missing = (field: string) => ({ kind: 'not-found', field });
    const refused = (more: Partial<CommandArgs<'addWaitlistEntry'>>) => stage.refused('addWaitlistEntry', args(more));
    expect(await refused({ locationId: stage.ids.next() })).toMatchObject(missing('locationId'));
    expect(await refused({ workOrderId: stage.ids.next() })).toMatchObject(missing('workOrderId'));
    expect(await refused({ serviceTypeId: stage.ids.next() })).toMatchObject(missing('serviceTypeId'));
    expect(await refused({ customerId: stage.ids.next() })).toMatchObject(missing('customerId'));
    expect(await refused({ preferredTechnicians: [stage.ids.next()] })).toMatchObject(
      missing('preferredTechnicians.0'),
    );
    expect(await refused({ serviceTypeId: null })).toMatchObject({ kind: 'invalid-input' });
    const workOrderId = await stage.order();
    await stage.done('cancelWorkOrder', { id: workOrderId, reason: 'sold' });
    expect(await refused({ workOrderId })).toMatchObject({ kind: 'final-status' });
    const id = await wait(stage);
    expect(await stage.refused('addWaitlistEntry', waitlistArgs(stage.world, id))).toMatchObject({
      kind: 'already-exists',
    });
  });

  it('is withdrawn with a reason, once', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    await stage.done('withdrawWaitlistEntry', { id, reason: 'went elsewhere' });
    expect((await entry(stage, id)).state).toEqual({ status: 'withdrawn', at: at(7), reason: 'went elsewhere' });
    expect(await stage.refused('withdrawWaitlistEntry', { id, reason: '' })).toEqual({
      kind: 'not-waiting',
      title: 'Check',
      status: 'withdrawn',
    });
  });

  it('withdrawn while a slot is on offer frees the slot', async () => {
    const stage = await openStage();
    const id = await wait(stage, { windows: [window] });
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    await stage.done('withdrawWaitlistEntry', { id, reason: '' });
    expect((await stage.appointment(args.id)).state).toMatchObject({ cause: 'offer-declined' });
    expect(await entry(stage, id)).toMatchObject({ state: { status: 'withdrawn' }, offers: [{ answer: 'declined' }] });
  });
});

describe('an offer', () => {
  it('holds the slot for the entry and stands in its history', async () => {
    const stage = await openStage();
    const id = await wait(stage, { windows: [window] });
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    const offered = await entry(stage, id);
    const until = at(7.25);
    expect(offered.state).toEqual({ status: 'offered', appointmentId: args.id, until });
    expect(offered.offers).toEqual([{ appointmentId: args.id, start: at(9), at: at(7), until, answer: 'open' }]);
    const [held] = await stage.store.read.inStatus(stage.world.locationId, 'held');
    expect(held).toMatchObject({ id: args.id, title: 'Check', customerId: stage.world.customerId, state: { until } });
    expect(held?.claims.map((claim) => claim.role)).toEqual(['lead', 'bay']);
  });

  it('sets the part of its work order aside', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ windows: [window] });
    await wait(stage, { workOrderId, serviceTypeId: null });
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    expect(await stage.store.read.reservationsOf(args.id)).toHaveLength(1);
  });

  it('that is accepted books the slot', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    await stage.done('acceptOffer', { id });
    expect(await entry(stage, id)).toMatchObject({
      state: { status: 'booked', appointmentId: args.id, at: at(7) },
      offers: [{ answer: 'taken' }],
    });
    expect((await stage.appointment(args.id)).state).toEqual({ status: 'confirmed' });
  });

  it('is accepted by confirming its hold, too', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    await stage.done('confirmAppointment', { id: args.id, reservationIds: [] });
    expect((await entry(stage, id)).state).toMatchObject({ status: 'booked' });
  });

  it('that is declined frees the slot; the entry goes on waiting', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    await stage.done('declineOffer', { id });
    expect(await entry(stage, id)).toMatchObject({ state: { status: 'waiting' }, offers: [{ answer: 'declined' }] });
    expect((await stage.appointment(args.id)).state).toMatchObject({ status: 'cancelled', cause: 'offer-declined' });
  });

  it('is not made twice about one slot', async () => {
    const stage = await openStage();
    const id = await wait(stage, { windows: [window] });
    await stage.done('offerSlot', offerArgs(stage));
    await stage.done('declineOffer', { id });
    expect(await stage.refused('offerSlot', offerArgs(stage))).toEqual({
      kind: 'nobody-waiting',
      from: at(9),
      to: at(10.25),
    });
  });

  it('that ran out is recorded by the sweeper', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    stage.clock.pass(15);
    await stage.done('sweepHolds', {});
    expect(await entry(stage, id)).toMatchObject({ state: { status: 'waiting' }, offers: [{ answer: 'expired' }] });
    expect((await stage.appointment(args.id)).state).toMatchObject({ status: 'cancelled', cause: 'offer-expired' });
  });

  it('that ran out unnoticed is accepted while its slot is free, else refused with alternatives', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    await stage.done('offerSlot', offerArgs(stage));
    stage.clock.pass(16);
    await stage.done('acceptOffer', { id });
    await stage.done('undo', {});
    await stage.done('recordAbsence', {
      id: stage.ids.next(),
      resourceId: stage.world.anna,
      range: { from: at(8), to: at(16) },
      reason: 'ill',
    });
    const refusal = await stage.refused('acceptOffer', { id });
    expect(refusal).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'on-shift' } }] });
    expect(refusal.kind === 'blocked' && refusal.alternatives.length).toBe(3);
  });

  it('whose hold is let go by hand counts as declined', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    await stage.done('releaseHold', { id: args.id });
    expect(await entry(stage, id)).toMatchObject({ state: { status: 'waiting' }, offers: [{ answer: 'declined' }] });
  });

  it('whose appointment was cancelled is put right by the next sweep', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    const args = offerArgs(stage);
    await stage.done('offerSlot', args);
    await stage.done('cancelAppointment', { id: args.id, reason: 'mistake' });
    await stage.done('sweepHolds', {});
    expect(await entry(stage, id)).toMatchObject({ state: { status: 'waiting' }, offers: [{ answer: 'expired' }] });
  });

  it('is accepted or declined only while it stands', async () => {
    const stage = await openStage();
    const id = await wait(stage);
    const refusal = { kind: 'not-waiting', title: 'Check', status: 'waiting' };
    expect(await stage.refused('acceptOffer', { id })).toEqual(refusal);
    expect(await stage.refused('declineOffer', { id })).toEqual(refusal);
    expect(await stage.refused('acceptOffer', { id: stage.ids.next() })).toMatchObject({ kind: 'not-found' });
  });

  it('goes with one undo: hold and history', async () => {
    const stage = await openStage();
    await wait(stage);
    const before = snapshotOf(stage.folder);
    await stage.done('offerSlot', offerArgs(stage));
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('can be made to a named entry, which must be waiting', async () => {
    const stage = await openStage();
    await wait(stage, { priority: 'urgent' });
    const named = await wait(stage, { priority: 'low' });
    await stage.done('offerSlot', offerArgs(stage, { entryId: named }));
    expect((await entry(stage, named)).state.status).toBe('offered');
    expect(await stage.refused('offerSlot', offerArgs(stage, { entryId: named }))).toMatchObject({
      kind: 'not-waiting',
    });
  });
});

describe('the best match', () => {
  it('is one whose windows, skills and length fit', async () => {
    const stage = await openStage();
    const { engine, bo } = stage.world;
    await wait(stage, { priority: 'urgent', windows: [{ from: at(13), to: at(15) }] });
    await wait(stage, { priority: 'urgent', duration: 240 });
    const fits = await wait(stage, { priority: 'low' });
    // Bo has engines on level 1, engine work needs 2.
    await wait(stage, { priority: 'urgent', serviceTypeId: engine });
    await stage.book({ start: at(10.25), end: at(11.5), claims: [lead(bo)] });
    const range = { from: at(9), to: at(10.25) };
    await stage.done('offerSlot', offerArgs(stage, { resourceId: bo, range }));
    expect((await entry(stage, fits)).state.status).toBe('offered');
  });

  it('is the more urgent one, then the premium customer, then who has waited longest', async () => {
    const stage = await openStage();
    const premium = stage.ids.next<'customer'>();
    await stage.done('addCustomer', { ...customerArgs(premium, 'Fleet Ltd'), tier: 'fleet' });
    const first = await wait(stage);
    stage.clock.pass(1);
    const second = await wait(stage);
    const fleet = await wait(stage, { customerId: premium });
    const urgent = await wait(stage, { priority: 'high' });
    const views = await ask(stage, 'waitlist', { locationId: stage.world.locationId, status: [] });
    expect(views.map((view) => view.entry.id)).toEqual([urgent, fleet, first, second]);
    expect(views[1]).toMatchObject({ title: 'Check', customer: { name: 'Fleet Ltd', tier: 'fleet' } });
    await stage.done('offerSlot', offerArgs(stage));
    expect((await entry(stage, urgent)).state.status).toBe('offered');
    const waiting = await ask(stage, 'waitlist', { locationId: stage.world.locationId, status: ['waiting'] });
    expect(waiting).toHaveLength(3);
  });

  it('likes the technician, before all else', async () => {
    const stage = await openStage();
    await wait(stage, { priority: 'urgent', preferredTechnicians: [stage.world.cleo] });
    const pleased = await wait(stage, { priority: 'low', preferredTechnicians: [stage.world.anna] });
    await stage.done('offerSlot', offerArgs(stage));
    expect((await entry(stage, pleased)).state.status).toBe('offered');
  });

  it('is never one whose work has found a place', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    await wait(stage, { workOrderId, serviceTypeId: null });
    await stage.book({ workOrderId, title: '', end: null, start: at(13), reservationIds: [stage.ids.next()] });
    expect(await stage.refused('offerSlot', offerArgs(stage))).toMatchObject({ kind: 'nobody-waiting' });
  });
});

describe('a request that was displaced', () => {
  it('is offered the next slot that suits, under its own title', async () => {
    const stage = await openStage();
    const winner = await stage.book({ as: 'requested' });
    await stage.book({ as: 'requested', title: 'Interview' });
    await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    const range = { from: at(13), to: at(14.25) };
    await stage.done('offerSlot', offerArgs(stage, { range }));
    const [held] = await stage.store.read.inStatus(stage.world.locationId, 'held');
    expect(held).toMatchObject({ title: 'Interview', start: at(13), end: at(14) });
  });

  it('keeps its place, and as it was the first part of long work gets the minutes after it that any booking has', async () => {
    const stage = await openStage();
    const { anna } = stage.world;
    const place = { address: 'Harbour 4', coordinates: { latitude: 59.92, longitude: 10.75 } };
    const rule = { kind: 'require-approval', minimumDuration: 240, minimumPriority: null } as const;
    await stage.done('addScheduleRule', ruleArgs(stage.ids.next(), { rule }));
    const ids = [stage.ids.next<'appointment'>(), stage.ids.next<'appointment'>()];
    const long = longWorkArgs(stage.world, ids, { claims: [lead(anna)], start: at(9), duration: 300 });
    await as(stage, 'dispatcher', 'Dana').done('bookLongWork', long);
    const visit = await stage.book({
      as: 'requested',
      title: 'Visit',
      claims: [lead(anna)],
      start: at(13),
      end: at(14),
      place,
    });
    for (const start of [at(9.5), at(13)]) {
      const winner = await stage.book({ as: 'requested', claims: [lead(anna)], start, end: addMinutes(start, 30) });
      await stage.done('confirmAppointment', { id: winner, reservationIds: [] });
    }
    const waiting = await stage.store.read.find('waitlistEntry', { status: ['waiting'] });
    const offered = async (lost: AppointmentId | undefined, from: number) => {
      const entryId = waiting.find((one) => one.displaced === lost)?.id ?? null;
      const args = offerArgs(stage, { entryId, range: { from: at(from, 1), to: at(from + 1, 1) } });
      await stage.done('offerSlot', args);
      return stage.appointment(args.id);
    };
    // Three hours and their buffer end before the break.
    expect(await offered(ids[0], 8)).toMatchObject({ start: at(8, 1), end: at(11, 1), after: 15 });
    expect(await offered(visit, 14)).toMatchObject({ title: 'Visit', place });
  });
});

describe('the waitlist', () => {
  it('is not for a viewer to read, nor for a location that is not there', async () => {
    const stage = await openStage();
    const input = { locationId: stage.world.locationId, status: [] };
    const viewer = as(stage, 'viewer', 'Vera');
    expect(await viewer.laneway.call('query', 'waitlist', input, { host: 'test' })).toMatchObject({
      error: { kind: 'not-permitted' },
    });
    const nowhere = { ...input, locationId: stage.ids.next() };
    expect(await stage.laneway.call('query', 'waitlist', nowhere, { host: 'test' })).toMatchObject({
      error: { kind: 'not-found' },
    });
  });
});
