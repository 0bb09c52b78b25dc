import { describe, expect, it } from 'vitest';
import type { RepairOption, RepairView } from '../../../core/contract/views/repair-view.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { WorkOrderId } from '../../../core/domain/work/work-order.ts';
import { askOf, refusedQuery } from '../../builders/ask.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';

const EASY = { skills: [], parts: [] };
type OrderMore = NonNullable<Parameters<Stage['order']>[0]>;

/** Work that anybody can do, in the first bay. */
async function visit(
  stage: Stage,
  start: Instant,
  who = stage.world.anna,
  more: OrderMore = {},
): Promise<AppointmentId> {
  const workOrderId = await stage.order({ ...EASY, ...more });
  return stage.book({ workOrderId, title: '', start, end: null, claims: [lead(who), bay(stage.world.bay1)] });
}

/** The time of everybody else is taken for the day. */
async function othersBusy(stage: Stage): Promise<void> {
  for (const who of [stage.world.bo, stage.world.cleo])
    for (const [from, to] of [
      [8, 11.75],
      [12.5, 15.75],
    ] as const)
      await stage.book({ start: at(from), end: at(to), claims: [lead(who)] });
}

const noShow = (stage: Stage, appointmentId: AppointmentId): Promise<RepairView> =>
  askOf(stage, 'repairOptions', { trouble: { kind: 'no-show', appointmentId } });

function ways({ options }: RepairView, freedom: RepairOption['freedom']): readonly RepairOption[] {
  return options.filter((one) => one.freedom === freedom);
}

async function apply(stage: Stage, view: RepairView, option: RepairOption | undefined): Promise<void> {
  await stage.done('applyPlan', { planId: view.id, lines: (option?.lines ?? []).map((one) => one.line) });
}

/** Nobody came at nine for two hours of work; it is ten past. */
async function missed(stage: Stage): Promise<AppointmentId> {
  const id = await visit(stage, at(9), stage.world.anna, { duration: 120 });
  stage.clock.set(at(9 + 1 / 6));
  return id;
}

describe('the gap that a no-show leaves', () => {
  it('may be taken by work from the tray, around which the missed customer gets another time', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await missed(stage);
    const waits = await stage.order({ ...EASY, title: 'Waits', duration: 60 });
    const before = snapshotOf(stage.folder);
    const view = await noShow(stage, id);
    expect(snapshotOf(stage.folder)).toEqual(before);
    const [way] = ways(view, 'gap-filled');
    expect(way?.lines.map(({ line }) => line)).toMatchObject([
      { does: 'move', appointmentId: id },
      { does: 'book', workOrderId: waits, start: at(9.25) },
    ]);
    const [moved, filled] = way?.lines ?? [];
    expect(filled?.to).toMatchObject({ technician: { name: 'Anna' } });
    expect(moved?.to?.start).toBeGreaterThanOrEqual(filled?.to?.end ?? Infinity);
    // Whom to call: the one who did not come. Nobody has promised anything to the other.
    expect(way?.promises.map((one) => one.appointmentId)).toEqual([id]);
    await apply(stage, view, way);
    expect((await stage.store.read.appointmentsOf(waits))[0]).toMatchObject({ start: at(9.25) });
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('is offered to the most urgent first, to three at most, and to none that does not fit', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await missed(stage);
    const order = (title: string, more: OrderMore): Promise<WorkOrderId> => stage.order({ ...EASY, title, ...more });
    await order('Low', { priority: 'low' });
    await order('Later', { windows: [{ from: at(9, 1), to: at(12, 1) }], priority: 'urgent' });
    await order('For brakes', { skills: [{ skill: 'Brakes', level: 2 }], priority: 'urgent' });
    await order('Normal', { priority: 'normal' });
    await order('Urgent', { priority: 'urgent' });
    await order('High', { priority: 'high' });
    const view = await noShow(stage, id);
    const titles = ways(view, 'gap-filled').map(({ lines }) => lines.at(-1)?.title);
    expect(titles).toEqual(['Urgent', 'High', 'Normal']);
  });

  it('may be taken by a later appointment, whose customer has to hear of it', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await missed(stage);
    const later = await visit(stage, at(13.5));
    const view = await noShow(stage, id);
    const [way] = ways(view, 'pulled-forward');
    const line = way?.lines.find((one) => one.line.does === 'move' && one.line.appointmentId === later);
    expect(line).toMatchObject({ from: { start: at(13.5) }, to: { start: at(9.25), technician: { name: 'Anna' } } });
    expect(way?.promises).toContainEqual(expect.objectContaining({ appointmentId: later, broken: [] }));
    expect(way?.promises.map((one) => one.appointmentId).toSorted()).toEqual([id, later].toSorted());
    await apply(stage, view, way);
    expect((await stage.appointment(later)).start).toBe(at(9.25));
  });

  it('is not taken by what is promised for later, pinned, or of other hands and bays', async () => {
    const stage = await openStage();
    const { world } = stage;
    const id = await missed(stage);
    await visit(stage, at(13), world.anna, { windows: [{ from: at(13), to: at(14) }] });
    const pinned = await visit(stage, at(14.5));
    const { title, description, priority, meetingUrl } = await stage.appointment(pinned);
    await stage.done('updateAppointment', {
      id: pinned,
      title,
      description,
      participants: [],
      pinned: true,
      priority,
      meetingUrl,
      remind: true,
    });
    const elsewhere = await stage.order(EASY);
    const claims = [lead(world.bo), bay(world.bay2)];
    await stage.book({ workOrderId: elsewhere, title: '', start: at(13), end: null, claims });
    await visit(stage, at(9, 1));
    expect(ways(await noShow(stage, id), 'pulled-forward')).toEqual([]);
  });

  it('comes after the ways that only find another time, and before those in which more gives way', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await missed(stage);
    await stage.order({ ...EASY, duration: 60 });
    await visit(stage, at(14));
    const { options } = await noShow(stage, id);
    expect(options.map(({ freedom }) => freedom)).toEqual([
      'same-technician',
      'gap-filled',
      'pulled-forward',
      'back-to-tray',
    ]);
  });

  it('is filled alone when the no-show is written down already, and the missed work waits', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await missed(stage);
    const waits = await stage.order({ ...EASY, duration: 60 });
    await stage.done('markNoShow', { id });
    const view = await noShow(stage, id);
    const [way] = ways(view, 'gap-filled');
    expect(way).toMatchObject({
      lines: [{ line: { does: 'book', workOrderId: waits, start: at(9.25) } }],
      promises: [],
    });
    await apply(stage, view, way);
    expect(await stage.store.read.unassigned(stage.world.locationId)).toHaveLength(1);
  });

  it('may be filled though the missed work has another time already', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await missed(stage);
    await stage.done('markNoShow', { id });
    const first = await noShow(stage, id);
    const anew = first.options.find((one) => one.freedom === 'other-time');
    expect(anew?.lines[0]?.line.does).toBe('book');
    const { workOrderId } = await stage.appointment(id);
    const claims = [lead(stage.world.anna), bay(stage.world.bay1)];
    await stage.book({ workOrderId, title: '', start: at(13), end: null, claims });
    await stage.order({ ...EASY, duration: 60 });
    const view = await noShow(stage, id);
    expect(view.affected).toEqual([]);
    expect(view.options.map(({ freedom }) => freedom)).toEqual(['gap-filled']);
    // Where the time is over, too, nothing is left to be done.
    stage.clock.set(at(12));
    const trouble = { kind: 'no-show', appointmentId: id } as const;
    expect(await refusedQuery(stage, 'repairOptions', { trouble })).toMatchObject({ kind: 'invalid-input' });
  });

  it('is none when its time is over', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await visit(stage, at(9), stage.world.anna, { duration: 60 });
    await stage.order(EASY);
    await visit(stage, at(14));
    stage.clock.set(at(10.5));
    const { options } = await noShow(stage, id);
    expect(options.map(({ freedom }) => freedom)).toEqual(['same-technician', 'back-to-tray']);
  });

  it('counts free time beside it along: longer work may begin in it', async () => {
    const stage = await openStage();
    await othersBusy(stage);
    const id = await missed(stage);
    const long = await stage.order({ ...EASY, duration: 150 });
    const [way] = ways(await noShow(stage, id), 'gap-filled');
    expect(way?.lines.at(-1)).toMatchObject({
      line: { does: 'book', workOrderId: long, start: at(9.25), end: at(11.75) },
    });
  });
});
