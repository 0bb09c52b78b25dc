import { describe, expect, it } from 'vitest';
import type { PlanLine } from '../../../core/contract/fields/plan-line.ts';
import type { Id } from '../../../core/kernel/id.ts';
import { minutes, type Instant } from '../../../core/domain/time/instant.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { WorkOrderId } from '../../../core/domain/work/work-order.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openLongWork } from '../long-work/long-work-stage.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead, organizationArgs, technicianArgs } from '../../builders/world.ts';

const planOf = (stage: Stage): Id<'plan'> => stage.ids.next<'plan'>();

function book(stage: Stage, workOrderId: WorkOrderId, start: Instant, hours = 1, who = stage.world.anna): PlanLine {
  const end = (start + hours * 3_600_000) as Instant;
  return { does: 'book', workOrderId, start, end, claims: [lead(who), bay(stage.world.bay1)] };
}

function move(appointmentId: AppointmentId, start: Instant, claims: readonly ResourceId[]): PlanLine {
  const end = (start + 3_600_000) as Instant;
  return { does: 'move', appointmentId, start, end, claims: claims.map(lead) };
}

async function sequence(stage: Stage): Promise<number> {
  return stage.store.read.sequence();
}

// One command, whole and line by line, with what it refuses and takes back, all on the same small plan: longer than other files.
describe('applying a plan', () => {
  it('does all lines as one step in the log, and one undo takes all of them back', async () => {
    const stage = await openStage();
    const { world } = stage;
    const moved = await stage.book({ claims: [lead(world.bo)], start: at(9), end: at(10) });
    const gone = await stage.bookWork({ start: at(13), end: null });
    const first = await stage.order();
    const second = await stage.order();
    const before = snapshotOf(stage.folder);
    const from = await sequence(stage);
    const receipt = await stage.done('applyPlan', {
      planId: planOf(stage),
      lines: [
        book(stage, first, at(8)),
        book(stage, second, at(13)),
        move(moved, at(14), [world.bo]),
        { does: 'call-off', appointmentId: gone, reason: 'Anna is ill' },
      ],
    });
    expect(await sequence(stage)).toBe(from + 1);
    expect(receipt.subject).toBe('Replace thermostat +3');
    expect(receipt.left).toBeUndefined();
    const [one] = await stage.store.read.appointmentsOf(first);
    expect(one).toMatchObject({ start: at(8), state: { status: 'confirmed' }, suggested: { rank: 1 } });
    expect(one?.claims).toEqual([lead(world.anna), bay(world.bay1)]);
    expect(await stage.appointment(moved)).toMatchObject({ start: at(14), rescheduleCount: 1 });
    expect((await stage.appointment(gone)).state).toMatchObject({ status: 'cancelled', reason: 'Anna is ill' });
    expect(await stage.store.read.reservationsOf(one?.id ?? gone)).toHaveLength(1);
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
    await stage.done('redo', {});
    expect((await stage.appointment(moved)).start).toBe(at(14));
  });

  it('lets two appointments swap their places', async () => {
    const stage = await openStage();
    const { world } = stage;
    const one = await stage.book({ title: 'One', start: at(9), end: at(10) });
    const other = await stage.book({ title: 'Other', start: at(13), end: at(14) });
    const lines = [move(one, at(13), [world.anna]), move(other, at(9), [world.anna])];
    await stage.done('applyPlan', { planId: planOf(stage), lines });
    expect((await stage.appointment(one)).start).toBe(at(13));
    expect((await stage.appointment(other)).start).toBe(at(9));
    await stage.done('undo', {});
    expect((await stage.appointment(one)).start).toBe(at(9));
  });

  it('keeps the length and the hands of what is only given another start', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(9), end: at(10.5) });
    const lines = [{ does: 'move' as const, appointmentId: id, start: at(13), end: null, claims: null }];
    await stage.done('applyPlan', { planId: planOf(stage), lines });
    expect(await stage.appointment(id)).toMatchObject({
      start: at(13),
      end: at(14.5),
      claims: [lead(stage.world.anna)],
    });
  });

  it('tells the outside what each line did', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const workOrderId = await stage.order();
    await stage.done('applyPlan', {
      planId: planOf(stage),
      lines: [book(stage, workOrderId, at(13)), { does: 'call-off', appointmentId: id, reason: 'ill' }],
    });
    const told = (await stage.store.outbox.pending(50)).map((one) => one.name).slice(-3);
    expect(told).toEqual(['appointment.cancelled', 'appointment.scheduled', 'technician.assigned']);
  });

  it('refuses all lines when one no longer fits, with its reason, and changes nothing', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    const late = await stage.order();
    await stage.book({ title: 'In the way', start: at(9), end: at(10) });
    const before = snapshotOf(stage.folder);
    const lines = [book(stage, workOrderId, at(13)), book(stage, late, at(9))];
    expect(await stage.refused('applyPlan', { planId: planOf(stage), lines })).toMatchObject({
      kind: 'plan-unfit',
      lines: [
        {
          line: 1,
          title: 'Replace thermostat',
          because: { kind: 'blocked', reasons: [{ reason: { rule: 'technician-free', title: 'In the way' } }] },
        },
      ],
    });
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('leaves what no longer fits when it may, and names it; told again it names the same line', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    const late = await stage.order();
    await stage.book({ title: 'In the way', start: at(9), end: at(10) });
    const args = {
      planId: planOf(stage),
      lines: [book(stage, late, at(9)), book(stage, workOrderId, at(13))],
      skipUnfit: true,
    };
    const input = { id: stage.ids.next(), args };
    const reply = await stage.laneway.call('command', 'applyPlan', input, { host: 'test' });
    expect(reply).toMatchObject({
      ok: true,
      value: { left: [{ line: 0, title: 'Replace thermostat', because: { kind: 'blocked' } }] },
    });
    expect(await stage.store.read.appointmentsOf(late)).toEqual([]);
    expect(await stage.store.read.appointmentsOf(workOrderId)).toHaveLength(1);
    const again = await stage.laneway.call('command', 'applyPlan', input, { host: 'test' });
    expect(again).toMatchObject({ ok: true, value: { left: [{ line: 0, because: null }] } });
  });

  it('tells of a line that has nothing to change where it may leave some, and of none where it may not, the same when told again', async () => {
    const stage = await openStage();
    const stays = await stage.book({ start: at(9), end: at(10) });
    const told = async (skipUnfit: boolean) => {
      const args = { planId: planOf(stage), lines: [move(stays, at(9), [stage.world.anna])], skipUnfit };
      const input = { id: stage.ids.next(), args };
      const call = () => stage.laneway.call('command', 'applyPlan', input, { host: 'test' });
      const first = await call();
      expect(await call()).toEqual(first);
      return first.ok ? (first.value as { readonly left?: unknown }).left : first;
    };
    expect(await told(true)).toEqual([{ line: 0, title: '', because: null }]);
    expect(await told(false)).toBeUndefined();
  });

  it('tells again of a part of long work that went with another part, and so could not move', async () => {
    const stage = await openLongWork();
    const [first, second] = stage.parts;
    const lines = [
      { does: 'call-off' as const, appointmentId: first, reason: 'Replanned' },
      move(second, at(3), [stage.world.anna]),
    ];
    const input = { id: stage.ids.next(), args: { planId: planOf(stage), lines, skipUnfit: true } };
    const call = () => stage.laneway.call('command', 'applyPlan', input, { host: 'test' });
    expect(await call()).toMatchObject({ ok: true, value: { left: [{ line: 1, because: { kind: 'final-status' } }] } });
    expect(await call()).toMatchObject({ ok: true, value: { left: [{ line: 1, title: '', because: null }] } });
  });

  it('leaves in place what cannot move, and with it whoever was to have that place', async () => {
    const stage = await openStage();
    const { world } = stage;
    const stays = await stage.book({ title: 'Stays', start: at(9), end: at(10) });
    const heir = await stage.order();
    const free = await stage.order();
    await stage.book({ title: 'Wall', start: at(13), end: at(14), claims: [lead(world.bo)] });
    const lines = [move(stays, at(13), [world.bo]), book(stage, heir, at(9)), book(stage, free, at(14))];
    const receipt = await stage.done('applyPlan', { planId: planOf(stage), lines, skipUnfit: true });
    expect(receipt.left?.map((one) => [one.line, one.title])).toEqual([
      [0, 'Stays'],
      [1, 'Replace thermostat'],
    ]);
    expect((await stage.appointment(stays)).start).toBe(at(9));
    expect(await stage.store.read.appointmentsOf(free)).toHaveLength(1);
  });

  it('is refused when no line fits any more, also where lines may be left', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    await stage.book({ start: at(9), end: at(10) });
    const args = { planId: planOf(stage), lines: [book(stage, workOrderId, at(9))], skipUnfit: true };
    expect(await stage.refused('applyPlan', args)).toMatchObject({ kind: 'plan-unfit', lines: [{ line: 0 }] });
  });

  it('asks for an override where only cautions are in the way, and keeps what was accepted', async () => {
    const stage = await openStage();
    const { policy } = organizationArgs(stage.world.organizationId);
    const severities = { 'daily-maximum': 'caution' as const };
    await stage.done('updatePolicy', { organizationId: stage.world.organizationId, policy: { ...policy, severities } });
    await stage.done(
      'updateTechnician',
      technicianArgs(stage.world, stage.world.anna, {
        name: 'Anna',
        skills: [{ skill: 'Engine', level: 3, expiresOn: null }],
        dailyMaximum: 1,
      }),
    );
    await stage.book();
    const workOrderId = await stage.order();
    const args = { planId: planOf(stage), lines: [book(stage, workOrderId, at(13))] };
    expect(await stage.refused('applyPlan', args)).toMatchObject({
      kind: 'needs-override',
      reasons: [{ reason: { rule: 'daily-maximum' } }],
    });
    await stage.done('applyPlan', args, { acceptCautions: true });
    const [entry] = await stage.store.read.log({ entity: null, id: null, before: null, limit: 1 });
    expect(entry?.overrode).toMatchObject([{ rule: 'daily-maximum' }]);
  });

  it('lets work go on behind the end of a shift only where that is asked for, and as a caution', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    const args = { planId: planOf(stage), lines: [book(stage, workOrderId, at(15.5))] };
    expect(await stage.refused('applyPlan', args)).toMatchObject({
      kind: 'plan-unfit',
      lines: [{ because: { kind: 'blocked', reasons: [{ reason: { rule: 'on-shift', why: 'after-shift' } }] } }],
    });
    const late = { ...args, overtime: true };
    expect(await stage.refused('applyPlan', late)).toMatchObject({
      kind: 'needs-override',
      reasons: [{ severity: 'caution', reason: { rule: 'on-shift', why: 'after-shift' } }],
    });
    await stage.done('applyPlan', late, { acceptCautions: true });
    expect(await stage.store.read.appointmentsOf(workOrderId)).toMatchObject([{ start: at(15.5) }]);
  });

  it('lets nobody work longer than the location allows', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ duration: 120 });
    const lines = [book(stage, workOrderId, at(16), 2)];
    const args = { planId: planOf(stage), lines, overtime: true };
    expect(await stage.refused('applyPlan', args)).toMatchObject({
      kind: 'plan-unfit',
      lines: [{ because: { kind: 'blocked' } }],
    });
  });

  it('counts the parts over all lines: the fifth thermostat of four is not there', async () => {
    const stage = await openStage();
    const { world } = stage;
    const skills = [{ skill: 'Engine', level: 3 as const, expiresOn: null }];
    await stage.done('updateTechnician', technicianArgs(world, world.bo, { name: 'Bo', skills }));
    const orders: WorkOrderId[] = [];
    for (let count = 0; count < 5; count += 1) orders.push(await stage.order({ duration: 30 }));
    const starts = [at(8), at(9), at(10), at(13), at(14)];
    const lines = orders.map((one, index) => book(stage, one, starts[index] ?? at(15), 0.5));
    const refused = await stage.refused('applyPlan', { planId: planOf(stage), lines });
    expect(refused).toMatchObject({
      kind: 'plan-unfit',
      lines: [{ line: 4, because: { reasons: [{ reason: { rule: 'parts-there', why: 'missing' } }] } }],
    });
  });

  it('does not book what somebody has booked since', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    await stage.book({ workOrderId, title: '', end: null, start: at(13), reservationIds: [stage.ids.next()] });
    const args = { planId: planOf(stage), lines: [book(stage, workOrderId, at(9))] };
    expect(await stage.refused('applyPlan', args)).toMatchObject({
      kind: 'plan-unfit',
      lines: [{ because: { kind: 'already-booked' } }],
    });
  });

  it('does not move what is underway or over', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(8), end: at(9) });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id, at: at(8) });
    const lines = [move(id, at(13), [stage.world.anna])];
    expect(await stage.refused('applyPlan', { planId: planOf(stage), lines })).toMatchObject({ kind: 'plan-unfit' });
  });

  it('charges nobody for what the desk itself calls off', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    const lines: PlanLine[] = [{ does: 'call-off', appointmentId: id, reason: 'ill' }];
    await stage.done('applyPlan', { planId: planOf(stage), lines });
    expect(await stage.store.read.find('fee', { subjectId: id })).toEqual([]);
  });

  it('makes the same appointment when the same plan is applied again after an undo', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    const args = { planId: planOf(stage), lines: [book(stage, workOrderId, at(9))] };
    await stage.done('applyPlan', args);
    const [first] = await stage.store.read.appointmentsOf(workOrderId);
    await stage.done('undo', {});
    await stage.done('applyPlan', args);
    const [second] = await stage.store.read.appointmentsOf(workOrderId);
    expect(second?.id).toBe(first?.id);
  });

  it('is not for a technician', async () => {
    const stage = await openStage();
    const other = stage.as(surroundingsWith(stage.clock, actor('technician', 'Nils')));
    const lines = [book(stage, await stage.order(), at(9))];
    expect(await other.refused('applyPlan', { planId: planOf(stage), lines })).toMatchObject({ kind: 'not-permitted' });
  });

  it.each([
    ['lines', []],
    ['lines.0.does', [{ does: 'shift' }]],
    ['lines.0.end', [{ start: at(10), end: at(9) }]],
    ['lines.1.workOrderId', 'twice'],
  ])('refuses %s that makes no sense with the field', async (field, wrong) => {
    const stage = await openStage();
    const line = book(stage, await stage.order(), at(9));
    const lines = wrong === 'twice' ? [line, line] : (wrong as readonly object[]).map((one) => ({ ...line, ...one }));
    const input = { id: stage.ids.next(), args: { planId: planOf(stage), lines } };
    const reply = await stage.laneway.call('command', 'applyPlan', input, { host: 'test' });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input', problems: [{ field }] } });
  });

  it('plans minutes, not more: buffers are those of the work', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ duration: 45 });
    await stage.done('applyPlan', { planId: planOf(stage), lines: [book(stage, workOrderId, at(9), 0.75)] });
    const [one] = await stage.store.read.appointmentsOf(workOrderId);
    expect(one).toMatchObject({ before: minutes(0), after: minutes(15) });
  });
});
