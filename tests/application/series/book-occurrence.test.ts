import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openSeriesStage } from './stage.ts';

const named = { occurrence: '2026-11-30T09:00' };

describe('bookOccurrence', () => {
  it('makes a confirmed appointment that says which occurrence it is, once', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat({ customerId: stage.world.customerId });
    const id = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { seriesId, ...named, id });
    expect(await stage.appointment(id)).toMatchObject({
      title: 'Team meeting',
      start: at(9, 7),
      end: at(10, 7),
      state: { status: 'confirmed' },
      seriesId,
      occurrence: '2026-11-30T09:00',
      customerId: stage.world.customerId,
    });
    const found = await stage.occurrences(seriesId);
    expect(found.filter((one) => one.start === named.occurrence)).toMatchObject([{ appointmentId: id }]);
    const again = await stage.refused('bookOccurrence', { seriesId, ...named, id: stage.ids.next() });
    expect(again).toMatchObject({ problems: [{ field: 'occurrence', reason: 'must not be an appointment already' }] });
  });

  it('takes the place an exception gave it', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat();
    const change = { kind: 'change' as const, start: '2026-11-30T13:00', duration: 30 };
    await stage.done('editOccurrence', stage.edit(seriesId, named.occurrence, 'this', change));
    const id = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { seriesId, ...named, id });
    expect(await stage.appointment(id)).toMatchObject({ start: at(13, 7), end: at(13.5, 7) });
  });

  it('sets the parts of its service type aside and finds the bay that its claims leave out', async () => {
    const stage = await openSeriesStage();
    const { engine, bay1 } = stage.world;
    const seriesId = await stage.repeat({ serviceTypeId: engine });
    const id = stage.ids.next<'appointment'>();
    const reservationId = stage.ids.next<'reservation'>();
    await stage.done('bookOccurrence', { seriesId, ...named, id, reservationIds: [reservationId] });
    expect((await stage.appointment(id)).claims.map((claim) => claim.resourceId)).toContain(bay1);
    expect(await stage.store.read.reservationsOf(id)).toMatchObject([{ quantity: 1 }]);
  });

  it('is refused while nobody and nothing is claimed', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat({ claims: [] });
    const refusal = await stage.refused('bookOccurrence', { seriesId, ...named, id: stage.ids.next() });
    expect(refusal).toEqual({ kind: 'no-place', title: 'Team meeting' });
  });

  it('can then be started and completed', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat();
    const id = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { seriesId, occurrence: '2026-11-23T09:00', id });
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id, at: at(9) });
    stage.clock.set(at(10));
    await stage.done('completeAppointment', { id, at: at(10) });
    expect((await stage.appointment(id)).state.status).toBe('completed');
  });

  it('is blocked where the series collides', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat();
    await stage.done('recordAbsence', {
      id: stage.ids.next(),
      resourceId: stage.world.anna,
      range: { from: at(8, 7), to: at(12, 7) },
      reason: 'Sick',
    });
    const refusal = await stage.refused('bookOccurrence', { seriesId, ...named, id: stage.ids.next() });
    expect(refusal).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'on-shift', why: 'absence' } }] });
  });

  it('is undone: the occurrence is only the series’ again', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat();
    const before = await stage.occurrences(seriesId);
    const id = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { seriesId, ...named, id });
    await stage.done('undo', {});
    expect(await stage.occurrences(seriesId)).toEqual(before);
    expect(await stage.store.read.get('appointment', id)).toBeUndefined();
  });

  it('that is cancelled does not come back as an occurrence', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat();
    const id = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { seriesId, ...named, id });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await stage.starts(seriesId, 14)).toEqual(['2026-11-23 09:00']);
  });
});
