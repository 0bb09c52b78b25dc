import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Refusal } from '../../../core/contract/refusal.ts';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import type { Appointment, AppointmentId } from '../../../core/domain/work/appointment.ts';
import { at, actor, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bayArgs, hours, lead, longWorkArgs, technicianArgs } from '../../builders/world.ts';

const ids = (stage: Stage, count: number): AppointmentId[] => Array.from({ length: count }, () => stage.ids.next());
const long = (stage: Stage, own: readonly AppointmentId[], more: Partial<CommandArgs<'bookLongWork'>> = {}) =>
  longWorkArgs(stage.world, own, more);

/** Books and answers the parts in the order of their ids, those that were not needed left out. */
async function booked(stage: Stage, more: Partial<CommandArgs<'bookLongWork'>> = {}): Promise<readonly Appointment[]> {
  const own = ids(stage, 12);
  await stage.done('bookLongWork', long(stage, own, more));
  return stage.store.read.getMany('appointment', own);
}

const times = (rows: readonly Appointment[]) => rows.map(({ start, end }) => [hour(start), hour(end)]);
/** Hours after that Monday's midnight. */
const hour = (moment: number): number => (moment - at(0)) / 3_600_000;
const why = (refusal: unknown): readonly string[] =>
  (refusal as Extract<Refusal, { kind: 'blocked' }>).reasons.map(({ reason }) => `${reason.rule} ${reason.why}`);

describe('booking long work', () => {
  it('flows round break and night in linked parts that together have all its minutes', async () => {
    const stage = await openStage();
    const rows = await booked(stage);
    expect(times(rows)).toEqual([
      [8, 12],
      [12.5, 16],
      [32, 36],
      [36.5, 40],
      [56, 60],
      [60.5, 61.5],
    ]);
    expect(rows.map((one) => one.segment)).toEqual(
      rows.map((_, index) => ({ chainId: rows[0]?.id, ordinal: index + 1, count: 6 })),
    );
    expect(rows.every((one) => one.state.status === 'confirmed' && one.title === 'Gearbox overhaul')).toBe(true);
  });

  it('keeps its buffers at the two ends alone', async () => {
    const stage = await openStage();
    const rows = await booked(stage);
    expect(rows.map((one) => one.after)).toEqual([0, 0, 0, 0, 0, 15]);
  });

  it('is one step: undo takes every part back, redo brings every part again', async () => {
    const stage = await openStage();
    const rows = await booked(stage);
    await stage.done('undo', {});
    expect(
      await stage.store.read.getMany(
        'appointment',
        rows.map((one) => one.id),
      ),
    ).toEqual([]);
    await stage.done('redo', {});
    expect(
      await stage.store.read.getMany(
        'appointment',
        rows.map((one) => one.id),
      ),
    ).toEqual(rows);
  });

  it('goes over one night and begins in the first working time', async () => {
    const stage = await openStage();
    expect(times(await booked(stage, { start: at(15), duration: 120 }))).toEqual([
      [15, 16],
      [32, 33],
    ]);
    const late = await booked(stage, { start: at(20, 2), duration: 60, claims: [lead(stage.world.bo)] });
    expect(times(late)).toEqual([[80, 81]]);
    expect(late[0]?.segment).toBeNull();
  });

  it('stays in one piece over midnight where the shift does', async () => {
    const stage = await openStage();
    const { world } = stage;
    const nina = stage.ids.next<'resource'>();
    await stage.done('updateLocation', {
      id: world.locationId,
      name: 'Harbour',
      zone: 'Europe/Oslo',
      address: '',
      phone: '',
      coordinates: { latitude: 59.91, longitude: 10.75 },
      hours: hours(0, 24),
      travel: { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 },
    });
    await stage.done('addTechnician', technicianArgs(world, nina, { name: 'Nina', hours: hours(22, 30), breaks: [] }));
    const rows = await booked(stage, { start: at(12), duration: 600, claims: [lead(nina)] });
    expect(times(rows)).toEqual([
      [22, 30],
      [46, 48],
    ]);
  });

  it('flows round absences', async () => {
    const stage = await openStage();
    const { anna: resourceId } = stage.world;
    const range = { from: at(9), to: at(30) };
    await stage.done('recordAbsence', { id: stage.ids.next(), resourceId, range, reason: 'Ill' });
    expect(times(await booked(stage, { duration: 240 }))).toEqual([
      [8, 9],
      [32, 35],
    ]);
  });

  it('is refused where something stands in the way, and flows round it when asked to', async () => {
    const stage = await openStage();
    await stage.book({ start: at(9, 1), end: at(10, 1) });
    const refusal = await stage.refused('bookLongWork', long(stage, ids(stage, 9)));
    expect(why(refusal)).toEqual(['technician-free double-use']);
    const rows = await booked(stage, { roundBookings: true });
    expect(times(rows).slice(2, 4)).toEqual([
      [32, 33],
      [34.25, 36],
    ]);
    expect(rows.reduce((sum, one) => sum + (one.end - one.start), 0)).toBe(1200 * 60_000);
  });

  it('is refused with the number of ids it needs', async () => {
    const stage = await openStage();
    expect(await stage.refused('bookLongWork', long(stage, ids(stage, 5)))).toEqual({
      kind: 'invalid-input',
      problems: [{ field: 'ids', reason: 'must give an id for each of the 6 parts' }],
    });
  });

  it('is refused under an id that is taken', async () => {
    const stage = await openStage();
    const taken = await stage.book({ start: at(8, 9), end: at(9, 9) });
    const own = [...ids(stage, 5), taken];
    expect(await stage.refused('bookLongWork', long(stage, own))).toMatchObject({ kind: 'already-exists', id: taken });
  });

  it('is refused when nobody works long enough', async () => {
    const stage = await openStage();
    const idle = stage.ids.next<'resource'>();
    await stage.done('addTechnician', technicianArgs(stage.world, idle, { hours: [], breaks: [] }));
    expect(await stage.refused('bookLongWork', long(stage, ids(stage, 3), { claims: [lead(idle)] }))).toMatchObject({
      kind: 'no-working-time',
      title: 'Gearbox overhaul',
      duration: 1200,
    });
  });
});

describe('long work of a work order', () => {
  it('finds the bay that will do for all of its parts', async () => {
    const stage = await openStage();
    const { world } = stage;
    await stage.book({ start: at(14, 1), end: at(15, 1), claims: [lead(world.bo), bay(world.bay1)] });
    const workOrderId = await stage.order({ duration: 240, skills: [] });
    const more = {
      workOrderId,
      title: '',
      duration: 900,
      claims: [lead(world.anna)],
      reservationIds: [stage.ids.next()],
    };
    const own = ids(stage, 6);
    await stage.done('bookLongWork', long(stage, own, more), { acceptCautions: true });
    const rows = await stage.store.read.getMany('appointment', own);
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map((one) => one.claims.find((claim) => claim.role === 'bay')?.resourceId))).toEqual(
      new Set([world.bay2]),
    );
  });

  it('is refused where no bay offers what it needs', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ capabilities: ['pit'], parts: [] });
    const more = { workOrderId, title: '', claims: [lead(stage.world.anna)] };
    expect(await stage.refused('bookLongWork', long(stage, ids(stage, 6), more))).toMatchObject({
      problems: [{ field: 'claims', reason: 'must name a bay' }],
    });
  });

  it('is refused without somebody who does it', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ parts: [] });
    const more = { workOrderId, title: '', claims: [bay(stage.world.bay1)] };
    expect(await stage.refused('bookLongWork', long(stage, ids(stage, 6), more))).toMatchObject({
      problems: [{ field: 'claims', reason: 'must name a technician' }],
    });
  });

  it('reserves its parts once, with the first appointment', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ duration: 240 });
    const own = ids(stage, 3);
    const more = { workOrderId, title: '', duration: 500, reservationIds: [stage.ids.next<'reservation'>()] };
    await stage.done('bookLongWork', long(stage, own, more), { acceptCautions: true });
    const counts = [];
    for (const id of own) counts.push((await stage.store.read.reservationsOf(id)).length);
    expect(counts).toEqual([1, 0, 0]);
  });

  it('is judged part by part: a skill that is missing blocks every one of them', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ parts: [], duration: 240 });
    const more = { workOrderId, title: '', duration: 500, claims: [lead(stage.world.bo), bay(stage.world.bay1)] };
    const refusal = await stage.refused('bookLongWork', long(stage, ids(stage, 9), more));
    expect(why(refusal)).toEqual(['skills too-low', 'skills too-low', 'skills too-low', 'duration-range too-long']);
  });

  it('is asked once whether it is longer than its kind usually is, by its whole length', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ parts: [] });
    const more = { workOrderId, title: '', duration: 500 };
    const own = ids(stage, 3);
    const refusal = await stage.refused('bookLongWork', long(stage, own, more));
    expect(refusal).toMatchObject({ kind: 'needs-override' });
    expect(why(refusal)).toEqual(['duration-range too-long']);
    await stage.done('bookLongWork', long(stage, own, more), { acceptCautions: true });
    const [entry] = await stage.store.read.log({ entity: null, id: null, before: null, limit: 1 });
    expect(entry?.overrode).toHaveLength(1);
  });

  it('keeps the promised start with its first part alone', async () => {
    const stage = await openStage();
    const windows = [{ from: at(8), to: at(9) }];
    const workOrderId = await stage.order({ parts: [], duration: 240, windows });
    const more = { workOrderId, title: '', duration: 240 };
    const rows = await booked(stage, { ...more, start: at(9) });
    expect(times(rows)).toEqual([
      [9, 12],
      [12.5, 13.5],
    ]);
    const [, second] = rows;
    if (second === undefined) throw new Error('There is one part only');
    const { id } = second;
    await stage.done('moveAppointment', {
      id,
      start: addMinutes(second.start, 60),
      end: addMinutes(second.end, 60),
      claims: null,
      findPartner: false,
    });
  });

  it('stands for its work order, which cannot be booked again', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order({ parts: [], duration: 240 });
    await booked(stage, { workOrderId, title: '', duration: 240, start: at(10) });
    const again = long(stage, ids(stage, 3), { workOrderId, title: '', start: at(8, 4) });
    expect(await stage.refused('bookLongWork', again)).toMatchObject({ kind: 'already-booked', start: at(10) });
  });

  it('waits for approval in all its parts where a rule asks for one, by its whole length', async () => {
    const stage = await openStage();
    await stage.done('addScheduleRule', {
      id: stage.ids.next(),
      name: 'Long jobs',
      description: '',
      scope: { of: 'organization' },
      priority: 20,
      active: true,
      rule: { kind: 'require-approval', minimumDuration: 600, minimumPriority: null },
    });
    const dispatcher = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Dana')));
    const own = ids(stage, 6);
    await dispatcher.done('bookLongWork', long(stage, own));
    const rows = await stage.store.read.getMany('appointment', own);
    expect(rows).toHaveLength(6);
    for (const { state } of rows) expect(state).toMatchObject({ status: 'requested', approval: 'pending' });
  });

  it('takes a bay of its own with turnover into account', async () => {
    const stage = await openStage();
    const { world } = stage;
    const slow = stage.ids.next<'resource'>();
    await stage.done('addBay', bayArgs(world, slow, { name: 'Slow', turnover: 60 }));
    const rows = await booked(stage, { duration: 400, claims: [lead(world.anna), bay(slow)] });
    expect(times(rows)).toEqual([
      [8, 12],
      [12.5, 12.5 + 160 / 60],
    ]);
  });
});
