import { describe, expect, it } from 'vitest';
import type { RepairOption, RepairView } from '../../../core/contract/views/repair-view.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { WorkOrderId } from '../../../core/domain/work/work-order.ts';
import { askOf, refusedQuery } from '../../builders/ask.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';

const EASY = { skills: [], parts: [] };

/** Work that anybody can do, booked with its customer. */
async function visit(
  stage: Stage,
  start: Instant,
  who = stage.world.anna,
  more: Parameters<Stage['order']>[0] = {},
): Promise<AppointmentId> {
  const workOrderId = await stage.order({ ...EASY, ...more });
  return stage.book({
    workOrderId,
    title: '',
    start,
    end: null,
    claims: more.capabilities === null ? [lead(who)] : [lead(who), bay(stage.world.bay1)],
  });
}

type Trouble = Parameters<typeof askOf<'repairOptions'>>[2]['trouble'];
const repair = (stage: Stage, trouble: Trouble): Promise<RepairView> => askOf(stage, 'repairOptions', { trouble });

const ill = (stage: Stage, who = stage.world.anna): Trouble => ({
  kind: 'absence',
  resourceId: who,
  range: { from: at(7), to: at(18) },
});

async function apply(stage: Stage, view: RepairView, option: RepairOption | undefined): Promise<void> {
  await stage.done('applyPlan', { planId: view.id, lines: (option?.lines ?? []).map((one) => one.line) });
}

function freedoms({ options }: RepairView): readonly string[] {
  return options.map((one) => one.freedom);
}

describe('a technician is ill', () => {
  it('keeps the start and takes other hands first, and names whom to call', async () => {
    const stage = await openStage();
    const id = await visit(stage, at(9));
    const before = snapshotOf(stage.folder);
    const view = await repair(stage, ill(stage));
    expect(snapshotOf(stage.folder)).toEqual(before);
    expect(view.affected).toMatchObject([{ appointmentId: id, customer: 'Ola', start: at(9) }]);
    expect(freedoms(view)).toEqual(['same-start', 'back-to-tray']);
    expect(view.options[0]).toMatchObject({
      movedBy: 0,
      lines: [{ line: { does: 'move', appointmentId: id, start: at(9) }, from: { technician: { name: 'Anna' } } }],
      promises: [{ appointmentId: id, customer: 'Ola', broken: [] }],
    });
    expect(view.options[0]?.lines[0]?.to?.technician?.name).not.toBe('Anna');
    await apply(stage, view, view.options[0]);
    expect((await stage.appointment(id)).claims).not.toContainEqual(lead(stage.world.anna));
  });

  it('keeps the technician at another time within the promise while the absence is short', async () => {
    const stage = await openStage();
    const id = await visit(stage, at(9), stage.world.anna, { windows: [{ from: at(8), to: at(15) }] });
    const range = { from: at(8), to: at(10.5) };
    const view = await repair(stage, { kind: 'absence', resourceId: stage.world.anna, range });
    expect(freedoms(view)[0]).toBe('same-technician');
    expect(view.options[0]?.lines[0]).toMatchObject({
      line: { appointmentId: id },
      to: { technician: { name: 'Anna' } },
    });
    expect(view.options[0]?.lines[0]?.to?.start).toBe(at(10.5));
    expect(view.options[0]?.promises[0]?.broken).toEqual([]);
  });

  it('takes another time when nobody else can do it then', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ claims: [lead(stage.world.anna), bay(stage.world.bay1)] });
    const view = await repair(stage, ill(stage));
    expect(freedoms(view)).toEqual(['other-time', 'back-to-tray']);
    // Only Anna has the skill, and she is back on Tuesday.
    expect(view.options[0]?.lines[0]).toMatchObject({
      line: { appointmentId: id },
      to: { technician: { name: 'Anna' } },
    });
    expect(view.options[0]?.lines[0]?.to?.start).toBeGreaterThanOrEqual(at(8, 1));
  });

  it('places several so that none stands in the way of another, the most urgent first', async () => {
    const stage = await openStage();
    const one = await visit(stage, at(9));
    const two = await visit(stage, at(10.5));
    const view = await repair(stage, ill(stage));
    expect(view.affected.map((visited) => visited.appointmentId)).toEqual([one, two]);
    expect(view.options[0]?.lines).toHaveLength(2);
    await apply(stage, view, view.options[0]);
    expect((await stage.appointment(two)).claims).not.toContainEqual(lead(stage.world.anna));
    await stage.done('undo', {});
    expect((await stage.appointment(two)).claims).toContainEqual(lead(stage.world.anna));
  });

  it('lets others give way when a promise would break otherwise', async () => {
    const stage = await openStage();
    const { world } = stage;
    // Bo and Cleo are taken at nine by work that could be done at any time of the day.
    const windows = [{ from: at(9), to: (at(9) + 60_000) as Instant }];
    const promised = await visit(stage, at(9), world.anna, { windows });
    await visit(stage, at(9), world.bo, { capabilities: null });
    await visit(stage, at(9), world.cleo, { capabilities: null });
    const view = await repair(stage, ill(stage));
    expect(freedoms(view)).toEqual(['others-move', 'back-to-tray']);
    const [option] = view.options;
    const line = option?.lines.find((each) => each.line.does === 'move' && each.line.appointmentId === promised);
    expect(line?.to?.start).toBe(at(9));
    expect(option?.lines).toHaveLength(2);
    expect(option?.promises).toHaveLength(2);
    await apply(stage, view, option);
    expect((await stage.appointment(promised)).claims).not.toContainEqual(lead(world.anna));
  });

  it('gives back to the tray what has no place, without a fee', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ claims: [lead(stage.world.anna), bay(stage.world.bay1)] });
    const range = { from: at(7), to: at(18, 10) };
    const view = await repair(stage, { kind: 'absence', resourceId: stage.world.anna, range });
    expect(freedoms(view)).toEqual(['back-to-tray']);
    expect(view.options[0]?.promises).toMatchObject([{ appointmentId: id, to: null }]);
    await apply(stage, view, view.options[0]);
    expect((await stage.appointment(id)).state.status).toBe('cancelled');
    expect(await stage.store.read.find('fee', {})).toEqual([]);
    expect(await stage.store.read.unassigned(stage.world.locationId)).toHaveLength(1);
  });

  it('finds other hands for a crew of two', async () => {
    const stage = await openStage();
    const { world } = stage;
    const workOrderId = await stage.order(EASY);
    const crew = [lead(world.anna), { resourceId: world.bo, role: 'assistant' as const, units: 1 }, bay(world.bay1)];
    const id = await stage.book({ workOrderId, title: '', start: at(9), end: null, claims: crew });
    const view = await repair(stage, ill(stage));
    const [option] = view.options;
    expect(option).toMatchObject({ freedom: 'other-time', lines: [{ line: { does: 'move', appointmentId: id } }] });
    await apply(stage, view, option);
    const people = (await stage.appointment(id)).claims.filter(({ role }) => role === 'lead' || role === 'assistant');
    expect(people.map((claim) => claim.resourceId).toSorted()).toEqual([world.bo, world.cleo].toSorted());
  });

  it('has nothing to do where nothing is booked', async () => {
    const stage = await openStage();
    await visit(stage, at(9));
    const view = await repair(stage, ill(stage, stage.world.cleo));
    expect(view).toMatchObject({ affected: [], options: [] });
  });
});

describe('a bay is down', () => {
  it('keeps everything but the bay', async () => {
    const stage = await openStage();
    const { world } = stage;
    const id = await visit(stage, at(9.25));
    const range = { from: at(7), to: at(18) };
    const view = await repair(stage, { kind: 'absence', resourceId: world.bay1, range });
    expect(view.options[0]).toMatchObject({
      freedom: 'same-technician',
      movedBy: 0,
      lines: [{ line: { appointmentId: id, start: at(9.25) }, to: { bay: { name: 'Bay 2' } } }],
      // The same hands at the same time: nobody has to be called.
      promises: [],
    });
  });
});

describe('work overruns', () => {
  it('moves what comes after it on the same lane, and nothing else', async () => {
    const stage = await openStage();
    const { world } = stage;
    const long = await visit(stage, at(8));
    const next = await visit(stage, at(9.25), world.anna, { windows: [{ from: at(9), to: at(11) }] });
    await visit(stage, at(13));
    const view = await repair(stage, { kind: 'overrun', appointmentId: long, minutes: 60 });
    expect(view.affected.map((one) => one.appointmentId)).toEqual([next]);
    expect(view.options[0]).toMatchObject({ freedom: 'same-technician' });
    const to = view.options[0]?.lines[0]?.to;
    expect(to?.technician?.name).toBe('Anna');
    await apply(stage, view, view.options[0]);
  });

  it('moves nobody when the gap takes it', async () => {
    const stage = await openStage();
    const long = await visit(stage, at(8));
    await visit(stage, at(13));
    const view = await repair(stage, { kind: 'overrun', appointmentId: long, minutes: 30 });
    expect(view).toMatchObject({ affected: [], options: [] });
  });
});

describe('nobody came', () => {
  it('finds another time for the work, the same hands first', async () => {
    const stage = await openStage();
    const id = await visit(stage, at(8));
    stage.clock.set(at(9));
    const view = await repair(stage, { kind: 'no-show', appointmentId: id });
    expect(view.options[0]).toMatchObject({
      freedom: 'same-technician',
      lines: [{ line: { does: 'move', appointmentId: id }, to: { technician: { name: 'Anna' } } }],
    });
    await apply(stage, view, view.options[0]);
    expect((await stage.appointment(id)).start).toBeGreaterThanOrEqual(at(9));
  });

  it('books the work anew when the no-show is written down already', async () => {
    const stage = await openStage();
    const id = await visit(stage, at(8));
    stage.clock.set(at(9));
    await stage.done('markNoShow', { id });
    const { workOrderId } = await stage.appointment(id);
    const view = await repair(stage, { kind: 'no-show', appointmentId: id });
    expect(view.options[0]?.lines[0]?.line).toMatchObject({ does: 'book', workOrderId });
    await apply(stage, view, view.options[0]);
    expect(await stage.store.read.appointmentsOf(workOrderId ?? ('' as WorkOrderId))).toHaveLength(2);
  });
});

describe('an emergency comes in', () => {
  it('gets the next free slot', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ ...EASY, priority: 'low' });
    const view = await repair(stage, { kind: 'emergency', workOrderId });
    expect(view.affected).toMatchObject([{ appointmentId: null, start: null }]);
    expect(view.options[0]?.lines[0]).toMatchObject({ line: { does: 'book', workOrderId, start: at(8) } });
  });

  it('may have others give way, where that is sooner', async () => {
    const stage = await openStage();
    const { world } = stage;
    // The only one who can do it is busy until the break, with work that others can do.
    await visit(stage, at(8), world.anna, { duration: 210, windows: [{ from: at(8), to: at(13) }] });
    const workOrderId = await stage.order();
    const view = await repair(stage, { kind: 'emergency', workOrderId });
    expect(freedoms(view)).toEqual(['other-time', 'others-move']);
    const [free, wide] = view.options;
    const startOf = (option: RepairOption | undefined): number =>
      option?.lines.find((one) => one.line.does === 'book')?.to?.start ?? 0;
    expect(startOf(free)).toBe(at(12.5));
    expect(startOf(wide)).toBe(at(8));
    expect(wide?.promises).toHaveLength(1);
    await apply(stage, view, wide);
  });
});

describe('two overlap on one lane', () => {
  it('offers to move the one or the other', async () => {
    const stage = await openStage();
    const { world } = stage;
    const long = await visit(stage, at(8), world.anna, { duration: 60 });
    const next = await visit(stage, at(9.25));
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id: long, at: at(8) });
    // It should have ended at nine and goes on.
    stage.clock.set(at(9.5));
    const view = await repair(stage, { kind: 'overlap', appointmentId: long });
    const moved = view.options.flatMap((one) =>
      one.lines.map(({ line }) => (line.does === 'move' ? line.appointmentId : '')),
    );
    expect(moved).toEqual([next]);
    const other = await repair(stage, { kind: 'overlap', appointmentId: next });
    expect(other.options[0]?.lines[0]?.line).toMatchObject({ does: 'move', appointmentId: next });
  });
});

describe('repairs', () => {
  it.each([
    ['absence', 'trouble.resourceId', { kind: 'absence', resourceId: NOBODY(), range: { from: at(8), to: at(9) } }],
    ['overrun', 'trouble.appointmentId', { kind: 'overrun', appointmentId: NOBODY(), minutes: 30 }],
    ['no-show', 'trouble.appointmentId', { kind: 'no-show', appointmentId: NOBODY() }],
    ['emergency', 'trouble.workOrderId', { kind: 'emergency', workOrderId: NOBODY() }],
    ['overlap', 'trouble.appointmentId', { kind: 'overlap', appointmentId: NOBODY() }],
  ] as const)(
    'of a trouble of the kind %s with something that is not there are refused with the field',
    async (_kind, field, trouble) => {
      const stage = await openStage();
      expect(await refusedQuery(stage, 'repairOptions', { trouble })).toMatchObject({ kind: 'not-found', field });
    },
  );

  it('are not for work that is over', async () => {
    const stage = await openStage();
    const id = await visit(stage, at(8));
    await stage.done('cancelAppointment', { id, reason: 'sold' });
    for (const trouble of [
      { kind: 'overrun', appointmentId: id, minutes: 30 },
      { kind: 'overlap', appointmentId: id },
      { kind: 'no-show', appointmentId: id },
    ] as const)
      expect((await refusedQuery(stage, 'repairOptions', { trouble })).kind).toMatch(/^(final|wrong)-status$/);
  });

  it('of an emergency are not for work that is booked', async () => {
    const stage = await openStage();
    const { workOrderId } = await stage.appointment(await visit(stage, at(8)));
    const trouble = { kind: 'emergency', workOrderId: workOrderId ?? NOBODY() } as const;
    expect(await refusedQuery(stage, 'repairOptions', { trouble })).toMatchObject({ kind: 'already-booked' });
  });

  it('are not for a viewer', async () => {
    const stage = await openStage();
    const other = stage.as(surroundingsWith(stage.clock, actor('viewer', 'Nils')));
    expect(await refusedQuery(other, 'repairOptions', { trouble: ill(stage) })).toMatchObject({
      kind: 'not-permitted',
    });
  });
});

function NOBODY(): string {
  return '018bcfe5-6800-7000-8000-00000000ffff';
}
