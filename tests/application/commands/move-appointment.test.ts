import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';

type Move = CommandArgs<'moveAppointment'>;

function moved(appointment: Appointment, more: Partial<Move>): Move {
  const { id, start, end } = appointment;
  return { id, start, end, claims: null, findPartner: false, ...more };
}

describe('moveAppointment', () => {
  it('keeps a confirmed one confirmed and counts the new date', async () => {
    const stage = await openStage();
    const id = await stage.book();
    stage.clock.pass(5);
    await stage.done('moveAppointment', { id, start: at(13), end: at(14), claims: null, findPartner: false });
    expect(await stage.appointment(id)).toMatchObject({
      start: at(13),
      end: at(14),
      state: { status: 'confirmed' },
      rescheduleCount: 1,
      rescheduledAt: at(7) + 5 * 60_000,
    });
  });

  it('does not count a change of the end alone', async () => {
    const stage = await openStage();
    const id = await stage.book();
    await stage.done('moveAppointment', moved(await stage.appointment(id), { end: at(11) }));
    expect(await stage.appointment(id)).toMatchObject({ end: at(11), rescheduleCount: 0, rescheduledAt: null });
  });

  it('keeps the bay while it is clear and finds another when it is not', async () => {
    const stage = await openStage();
    const { anna, bay1, bay2 } = stage.world;
    const id = await stage.bookWork({ claims: [lead(anna), bay(bay1)] });
    await stage.book({ start: at(13), end: at(14), claims: [bay(bay1)] });
    const move = moved(await stage.appointment(id), { start: at(13), end: at(14) });
    expect(await stage.refused('moveAppointment', move)).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'bay-free', why: 'double-use' } }],
    });
    await stage.done('moveAppointment', { ...move, findPartner: true });
    expect((await stage.appointment(id)).claims).toEqual([lead(anna), bay(bay2)]);
    await stage.done('moveAppointment', { ...move, start: at(14.5), end: at(15.5), findPartner: true });
    expect((await stage.appointment(id)).claims).toEqual([lead(anna), bay(bay2)]);
  });

  it('on a technician’s lane keeps the bay, on a bay’s lane the technician', async () => {
    const stage = await openStage();
    const { anna, bo, bay1, bay2 } = stage.world;
    const id = await stage.book({ serviceTypeId: stage.world.check, claims: [lead(anna), bay(bay1)] });
    const move = moved(await stage.appointment(id), { findPartner: true });
    await stage.done('moveAppointment', { ...move, claims: [lead(bo)] });
    expect((await stage.appointment(id)).claims).toEqual([lead(bo), bay(bay1)]);
    await stage.done('moveAppointment', { ...move, claims: [bay(bay2)] });
    expect((await stage.appointment(id)).claims).toEqual([lead(bo), bay(bay2)]);
  });

  it('is blocked on a technician without the skill, and offers three other places', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    const refusal = await stage.refused(
      'moveAppointment',
      moved(await stage.appointment(id), { claims: [lead(stage.world.bo)] }),
    );
    expect(refusal).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'skills', why: 'too-low', needed: 2, level: 1 } }],
    });
    expect(refusal.kind === 'blocked' && refusal.alternatives.length).toBe(3);
  });

  it('does not stand in its own way', async () => {
    const stage = await openStage();
    const id = await stage.bookWork();
    await stage.done('moveAppointment', moved(await stage.appointment(id), { start: at(9.5), end: at(10.5) }));
  });

  it('blocks a new start in the past, but lets the end of a past start change', async () => {
    const stage = await openStage();
    const id = await stage.book();
    stage.clock.set(at(9.5));
    const appointment = await stage.appointment(id);
    expect(await stage.refused('moveAppointment', moved(appointment, { start: at(8), end: at(9) }))).toMatchObject({
      reasons: [{ reason: { rule: 'not-past' } }],
    });
    await stage.done('moveAppointment', moved(appointment, { end: at(10.5) }));
  });

  it('changes only end and assistants of work underway', async () => {
    const stage = await openStage();
    const { anna, bo, cleo } = stage.world;
    const id = await stage.book();
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    const appointment = await stage.appointment(id);
    const wrong = { kind: 'wrong-status', from: 'in-progress' };
    expect(await stage.refused('moveAppointment', moved(appointment, { start: at(9.25) }))).toMatchObject(wrong);
    expect(await stage.refused('moveAppointment', moved(appointment, { claims: [lead(bo)] }))).toMatchObject(wrong);
    const assistant = { resourceId: cleo, role: 'assistant' as const, units: 1 };
    await stage.done('moveAppointment', moved(appointment, { end: at(11), claims: [lead(anna), assistant] }));
    expect(await stage.appointment(id)).toMatchObject({ end: at(11), claims: [lead(anna), assistant] });
  });

  it('refuses what is final', async () => {
    const stage = await openStage();
    const id = await stage.book();
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await stage.refused('moveAppointment', moved(await stage.appointment(id), { end: at(11) }))).toEqual({
      kind: 'final-status',
      title: 'Meeting',
      status: 'cancelled',
    });
  });

  it('keeps a hold held until the same moment, and makes one that has run out a request', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ as: 'held' });
    const { state } = await stage.appointment(id);
    await stage.done('moveAppointment', moved(await stage.appointment(id), { start: at(10), end: at(11) }));
    expect((await stage.appointment(id)).state).toEqual(state);
    stage.clock.pass(20);
    await stage.done('moveAppointment', moved(await stage.appointment(id), { start: at(13), end: at(14) }));
    expect((await stage.appointment(id)).state).toEqual({ status: 'requested', approval: 'none' });
    expect(await stage.store.read.reservationsOf(id)).toEqual([]);
  });
});
