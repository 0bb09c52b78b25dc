import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import type { LongWorkStage } from './long-work-stage.ts';
import { openLongWork } from './long-work-stage.ts';
import { openStage } from '../../builders/use-world.ts';
import { longWorkArgs, workOrderArgs } from '../../builders/world.ts';

const FOUR_HOURS_AND_MORE = 500;

/** A work order booked as three parts, all on Monday and Tuesday. */
async function orderInParts() {
  const stage = await openStage();
  const workOrderId = await stage.order({ duration: 240, skills: [] });
  const ids = [
    stage.ids.next<'appointment'>(),
    stage.ids.next<'appointment'>(),
    stage.ids.next<'appointment'>(),
  ] as const;
  const more = {
    workOrderId,
    title: '',
    duration: FOUR_HOURS_AND_MORE,
    reservationIds: [stage.ids.next<'reservation'>()],
  };
  await stage.done('bookLongWork', longWorkArgs(stage.world, ids, more), { acceptCautions: true });
  return { stage, workOrderId, ids };
}
const statuses = async (stage: Pick<LongWorkStage, 'store'>, ids: readonly string[]) =>
  (await stage.store.read.getMany('appointment', ids)).map((one) => one.state.status);

describe('work in several parts', () => {
  it('is done when the last part is completed, whichever that is', async () => {
    const { stage, workOrderId, ids } = await orderInParts();
    const [first, second, third] = ids;
    stage.clock.set(at(12, 1));
    for (const [id, hour] of [
      [first, 8],
      [third, 24],
      [second, 12.5],
    ] as const) {
      expect((await stage.workOrder(workOrderId)).state.status).toBe('open');
      await stage.done('startAppointment', { id, at: at(hour) });
      await stage.done('completeAppointment', { id, at: at(hour + 1) });
    }
    expect((await stage.workOrder(workOrderId)).state.status).toBe('done');
  });

  it('takes its parts out of stock with the first', async () => {
    const { stage, ids } = await orderInParts();
    stage.clock.set(at(12, 1));
    const onHand = async () => (await stage.store.read.get('stock', stage.world.stock))?.onHand;
    expect(await onHand()).toBe(4);
    for (const [index, id] of ids.entries()) {
      await stage.done('startAppointment', { id, at: at(8 + index) });
      await stage.done('completeAppointment', { id, at: at(9 + index) });
      expect(await onHand()).toBe(3);
    }
  });

  it('is called off as a whole: every part that has not begun, in one step, with the parts it had reserved', async () => {
    const { stage, workOrderId, ids } = await orderInParts();
    const [, second] = ids;
    await stage.done('cancelAppointment', { id: second, reason: 'sold' });
    expect(await statuses(stage, ids)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await stage.store.read.reservationsOf(ids[0])).toEqual([]);
    expect((await stage.store.read.unassigned(stage.world.locationId)).map((one) => one.id)).toEqual([workOrderId]);
    await stage.done('undo', {});
    expect(await statuses(stage, ids)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  it('keeps what is done when the rest is called off', async () => {
    const { stage, ids } = await orderInParts();
    const [first, , third] = ids;
    stage.clock.set(at(12));
    await stage.done('startAppointment', { id: first, at: at(8) });
    await stage.done('completeAppointment', { id: first, at: at(12) });
    await stage.done('cancelAppointment', { id: third, reason: 'sold' });
    expect(await statuses(stage, ids)).toEqual(['completed', 'cancelled', 'cancelled']);
  });

  it('is called off from the part to which nobody came', async () => {
    const { stage, ids } = await orderInParts();
    stage.clock.set(at(9));
    await stage.done('markNoShow', { id: ids[0] });
    expect(await statuses(stage, ids)).toEqual(['no-show', 'cancelled', 'cancelled']);
    expect((await stage.appointment(ids[1])).state).toMatchObject({ cause: 'part-missed' });
  });

  it('is counted anew when a part is moved past another one, in the same step', async () => {
    const { stage, ids } = await orderInParts();
    const [, second, third] = ids;
    const ordinals = async () =>
      (await stage.store.read.getMany('appointment', ids)).map((one) => one.segment?.ordinal);
    const place = { start: at(8, 3), end: at(11.5, 3), claims: null, findPartner: false };
    await stage.done('moveAppointment', { id: second, ...place });
    expect(await ordinals()).toEqual([1, 3, 2]);
    expect((await stage.appointment(third)).segment).toMatchObject({ ordinal: 2, count: 3 });
    await stage.done('undo', {});
    expect(await ordinals()).toEqual([1, 2, 3]);
  });

  it('follows its work order in all live parts', async () => {
    const { stage, workOrderId, ids } = await orderInParts();
    const more = { duration: 240, skills: [], title: 'Other words' };
    await stage.done('updateWorkOrder', workOrderArgs(stage.world, workOrderId, more));
    const rows = await stage.store.read.getMany('appointment', ids);
    expect(rows.map((one) => one.title)).toEqual(['Other words', 'Other words', 'Other words']);
  });

  it('shows each day its part on the sheet, and the parts to take along with the first alone', async () => {
    const stage = await openLongWork({ duration: 900 });
    const jobsOn = async (date: string) => {
      const input = { locationId: stage.world.locationId, date, resourceIds: null };
      const reply = await stage.laneway.call('query', 'jobSheets', input, { host: 'test' });
      if (!reply.ok) throw new Error('Refused');
      const { sheets } = reply.value as {
        sheets: readonly { lines: readonly { kind: string; job?: { segment: unknown } }[] }[];
      };
      return sheets.flatMap((sheet) =>
        sheet.lines.flatMap((line) => (line.job === undefined ? [] : [line.job.segment])),
      );
    };
    expect(await jobsOn('2026-11-23')).toEqual([
      { ordinal: 1, count: 5 },
      { ordinal: 2, count: 5 },
    ]);
    expect(await jobsOn('2026-11-24')).toEqual([
      { ordinal: 3, count: 5 },
      { ordinal: 4, count: 5 },
    ]);
    expect(await jobsOn('2026-11-25')).toEqual([{ ordinal: 5, count: 5 }]);
  });
});
