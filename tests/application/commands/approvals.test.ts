import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { askOf } from '../../builders/ask.ts';
import { ruleArgs } from '../../builders/samples.ts';
import type { TestLaneway } from '../../builders/laneway.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead, longWorkArgs } from '../../builders/world.ts';

type RuleArgs = CommandArgs<'addScheduleRule'>;
const LONG: Partial<RuleArgs> = {
  name: 'Long jobs',
  priority: 20,
  rule: { kind: 'require-approval', minimumDuration: 60, minimumPriority: null },
};
const SHORT: Partial<RuleArgs> = {
  name: 'Short jobs',
  priority: 30,
  rule: { kind: 'auto-approval', maximumDuration: 120, minimumPriority: null },
};

const add = (stage: Stage, more: Partial<RuleArgs>) => stage.done('addScheduleRule', ruleArgs(stage.ids.next(), more));

/** The same file for somebody who may plan but not approve. */
function dispatcher(stage: Stage): TestLaneway {
  return stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Dana')));
}

async function bookedBy(stage: Stage, who: TestLaneway, more: Partial<CommandArgs<'bookAppointment'>> = {}) {
  const id = stage.ids.next<'appointment'>();
  const receipt = await who.done('bookAppointment', bookingArgs(stage.world, id, more));
  return { id, receipt, state: (await stage.appointment(id)).state };
}

describe('a booking that a rule wants approved', () => {
  it('waits, and its receipt says which rule and which priority', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const { receipt, state, id } = await bookedBy(stage, dispatcher(stage));
    expect(state).toMatchObject({
      status: 'requested',
      approval: 'pending',
      needs: { name: 'Long jobs', priority: 20, asked: 'confirmed' },
    });
    expect(receipt.facts).toEqual([{ fact: 'needs-approval', rule: 'Long jobs', priority: 20, cost: 0 }]);
    expect(await stage.store.read.occupying([stage.world.anna], { from: at(0), to: at(24) })).toEqual([]);
    expect(id).toBeDefined();
  });

  it('says in its details which rule it waits for, until somebody has approved it', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const { id } = await bookedBy(stage, dispatcher(stage));
    const reason = { rule: 'approval', why: 'pending', name: 'Long jobs', priority: 20 };
    const waits = await askOf(stage, 'appointmentDetails', { id });
    expect(waits.verdict).toEqual({ level: 'caution', reasons: [{ severity: 'caution', reason }] });
    await stage.done('approveAppointment', { id });
    const approved = await askOf(stage, 'appointmentDetails', { id });
    expect(approved.verdict).toEqual({ level: 'clear', reasons: [] });
  });

  it('does not wait when whoever may approve books it', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const { receipt, state } = await bookedBy(stage, stage);
    expect(state).toEqual({ status: 'confirmed' });
    expect(receipt.facts).toBeUndefined();
  });

  it('does not wait when it is shorter or less urgent than the rule says', async () => {
    const stage = await openStage();
    const rule = { kind: 'require-approval', minimumDuration: 60, minimumPriority: 'high' } as const;
    await add(stage, { ...LONG, rule });
    expect((await bookedBy(stage, dispatcher(stage))).state).toEqual({ status: 'confirmed' });
    await add(stage, LONG);
    const short = { start: at(11), end: at(11.5) };
    expect((await bookedBy(stage, dispatcher(stage), short)).state).toEqual({ status: 'confirmed' });
  });

  it('is judged by the priority that time booked by itself is given, long work too', async () => {
    const stage = await openStage();
    const rule = { kind: 'require-approval', minimumDuration: null, minimumPriority: 'high' } as const;
    await add(stage, { ...LONG, rule });
    const who = dispatcher(stage);
    const urgent = await bookedBy(stage, who, { priority: 'urgent' });
    expect(urgent.state).toMatchObject({ status: 'requested', approval: 'pending' });
    expect(await stage.appointment(urgent.id)).toMatchObject({ priority: 'urgent', remind: true });
    const usual = await bookedBy(stage, who, { start: at(13), end: at(14), remind: false });
    expect(await stage.appointment(usual.id)).toMatchObject({ priority: 'normal', remind: false });
    expect(usual.state).toEqual({ status: 'confirmed' });
    const parts = Array.from({ length: 8 }, () => stage.ids.next<'appointment'>());
    const claims = [lead(stage.world.bo), bay(stage.world.bay1)];
    const long = { claims, priority: 'high', remind: false } as const;
    await who.done('bookLongWork', longWorkArgs(stage.world, parts, long));
    const rows = await stage.store.read.getMany('appointment', parts);
    expect(new Set(rows.map((one) => [one.state.status, one.priority, one.remind].join()))).toEqual(
      new Set(['requested,high,false']),
    );
  });

  it('is let through by an auto-approval that goes first, and not by one that comes after', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    await add(stage, SHORT);
    expect((await bookedBy(stage, dispatcher(stage))).state).toEqual({ status: 'confirmed' });
    const three = { start: at(13), end: at(15.5) };
    expect((await bookedBy(stage, dispatcher(stage), three)).state).toMatchObject({ approval: 'pending' });
    await add(stage, {
      ...LONG,
      name: 'All of Bo',
      priority: 0,
      scope: { of: 'resource', resourceId: stage.world.bo },
    });
    const bo = { claims: [lead(stage.world.bo)] };
    expect((await bookedBy(stage, dispatcher(stage), bo)).state).toMatchObject({ needs: { name: 'All of Bo' } });
  });

  it('asked as a request only waits likewise; a hold waits when it is confirmed', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const dana = dispatcher(stage);
    expect((await bookedBy(stage, dana, { as: 'requested' })).state).toMatchObject({
      approval: 'pending',
      needs: { asked: 'requested' },
    });
    const held = await bookedBy(stage, dana, { as: 'held' });
    expect(held.state).toMatchObject({ status: 'held' });
    await dana.done('confirmAppointment', { id: held.id, reservationIds: [] });
    expect((await stage.appointment(held.id)).state).toMatchObject({
      approval: 'pending',
      needs: { asked: 'confirmed' },
    });
  });

  it('cannot be confirmed while it waits, not even by a manager: approving is an act of its own', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const { id } = await bookedBy(stage, dispatcher(stage));
    for (const who of [stage, dispatcher(stage)])
      expect(await who.refused('confirmAppointment', { id, reservationIds: [] })).toEqual({
        kind: 'approval-pending',
        title: 'Meeting',
        rule: 'Long jobs',
        priority: 20,
      });
  });
});

describe('a confirmed appointment that would be longer', () => {
  const longer = (id: string, hours: number) => ({
    id,
    start: at(9),
    end: at(9 + hours),
    claims: null,
    findPartner: false,
  });

  it('is refused to somebody who may not approve where a rule now wants an approval, and stays as it is', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    await add(stage, SHORT);
    const dana = dispatcher(stage);
    const { id } = await bookedBy(stage, dana);
    await dana.done('moveAppointment', longer(id, 2));
    expect(await dana.refused('moveAppointment', longer(id, 2.5))).toEqual({
      kind: 'approval-needed',
      title: 'Meeting',
      rule: 'Long jobs',
      priority: 20,
    });
    expect(await stage.appointment(id)).toMatchObject({ end: at(11), state: { status: 'confirmed' } });
  });

  it('is made longer by whoever may approve: doing it is approving it', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    await add(stage, SHORT);
    const { id } = await bookedBy(stage, dispatcher(stage));
    await stage.done('moveAppointment', longer(id, 2.5));
    expect(await stage.appointment(id)).toMatchObject({ end: at(11.5), state: { status: 'confirmed' } });
  });

  it('may be moved and shortened as it was agreed, but not be made longer than that', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const dana = dispatcher(stage);
    const { id } = await bookedBy(stage, stage, { end: at(11) });
    await dana.done('moveAppointment', { ...longer(id, 2), start: at(13), end: at(15) });
    await dana.done('moveAppointment', { ...longer(id, 2), start: at(13), end: at(14.5) });
    expect(await dana.refused('moveAppointment', { ...longer(id, 2), start: at(13), end: at(14.75) })).toMatchObject({
      kind: 'approval-needed',
    });
  });

  it('is refused as well where a rule of the new technician wants an approval', async () => {
    const stage = await openStage();
    const { bo } = stage.world;
    await add(stage, { ...LONG, name: 'All of Bo', scope: { of: 'resource', resourceId: bo } });
    const dana = dispatcher(stage);
    const { id } = await bookedBy(stage, dana);
    expect(await dana.refused('moveAppointment', { ...longer(id, 1), claims: [lead(bo)] })).toMatchObject({
      kind: 'approval-needed',
      rule: 'All of Bo',
    });
  });

  it('grows while it is under way: that is what happens, not what is asked for', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const dana = dispatcher(stage);
    const { id } = await bookedBy(stage, stage);
    stage.clock.set(at(9));
    await dana.done('startAppointment', { id, at: at(9) });
    await dana.done('moveAppointment', longer(id, 2.5));
    expect((await stage.appointment(id)).end).toBe(at(11.5));
  });

  it('waits anew where it was approved but not confirmed yet', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const dana = dispatcher(stage);
    const { id } = await bookedBy(stage, dana, { as: 'requested' });
    await stage.done('approveAppointment', { id });
    await dana.done('moveAppointment', longer(id, 2.5));
    expect((await stage.appointment(id)).state).toMatchObject({ approval: 'pending', needs: { name: 'Long jobs' } });
  });
});

describe('an approval', () => {
  it('confirms at once what was asked as confirmed', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const { id } = await bookedBy(stage, dispatcher(stage));
    await stage.done('approveAppointment', { id });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
    await stage.done('undo', {});
    expect((await stage.appointment(id)).state).toMatchObject({ approval: 'pending', needs: { name: 'Long jobs' } });
  });

  it('lets a request be confirmed that was asked as one', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const dana = dispatcher(stage);
    const { id } = await bookedBy(stage, dana, { as: 'requested' });
    await stage.done('approveAppointment', { id });
    expect((await stage.appointment(id)).state).toEqual({ status: 'requested', approval: 'approved' });
    await dana.done('confirmAppointment', { id, reservationIds: [] });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('judges the place again, and offers others when it is gone', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const { id } = await bookedBy(stage, dispatcher(stage));
    await stage.book({ start: at(9.5), end: at(10) });
    const refused = await stage.refused('approveAppointment', { id });
    expect(refused).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'technician-free' } }] });
    expect(refused.kind === 'blocked' && refused.alternatives.length).toBeGreaterThan(0);
  });

  it('is not a dispatcher’s to give', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const dana = dispatcher(stage);
    const { id } = await bookedBy(stage, dana);
    const refusal = { kind: 'not-permitted', permission: 'override-limits' };
    expect(await dana.refused('approveAppointment', { id })).toEqual(refusal);
    expect(await dana.refused('rejectAppointment', { id, reason: 'no' })).toEqual(refusal);
  });

  it('is refused where nobody waits for one', async () => {
    const stage = await openStage();
    const id = await stage.book({ as: 'requested' });
    const refusal = { kind: 'nothing-to-approve', title: 'Meeting' };
    expect(await stage.refused('approveAppointment', { id })).toEqual(refusal);
    expect(await stage.refused('rejectAppointment', { id, reason: 'no' })).toEqual(refusal);
    const done = await stage.book();
    expect(await stage.refused('approveAppointment', { id: done })).toMatchObject({ kind: 'wrong-status' });
  });
});

describe('a rejection', () => {
  it('cancels the request with that reason and costs nothing', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const { id } = await bookedBy(stage, dispatcher(stage));
    await stage.done('rejectAppointment', { id, reason: 'Too long for a Monday' });
    expect((await stage.appointment(id)).state).toEqual({
      status: 'cancelled',
      at: at(7),
      by: 'Kari',
      reason: 'Too long for a Monday',
    });
    expect(await stage.store.read.find('fee', {})).toEqual([]);
  });
});

describe('the card at the pointer', () => {
  it('knows of the approval beforehand', async () => {
    const stage = await openStage();
    await add(stage, LONG);
    const work = { serviceTypeId: stage.world.check, locationId: stage.world.locationId, customerId: null };
    const input = { work, from: '2026-11-23', days: 1, count: 1, within: null, duration: null };
    const reply = await stage.laneway.call('query', 'suggestSlots', input, { host: 'test' });
    expect(JSON.stringify(reply)).toContain('"fact":"needs-approval","rule":"Long jobs","priority":20');
  });
});
