import { describe, expect, it } from 'vitest';
import { at } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';

async function told(stage: Stage): Promise<readonly string[]> {
  return (await stage.store.outbox.pending(1000)).map((event) => event.name);
}

describe('what the outside is told', () => {
  it('is each step of a booking once and in order', async () => {
    const stage = await openStage();
    const { world } = stage;
    const id = await stage.bookWork();
    await stage.done('moveAppointment', { id, start: at(13), end: at(14), claims: null, findPartner: false });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await told(stage)).toEqual([
      'appointment.scheduled',
      'technician.assigned',
      'appointment.rescheduled',
      'appointment.cancelled',
    ]);
    const [first] = await stage.store.outbox.pending(1);
    expect(first).toMatchObject({
      appointmentId: id,
      organizationId: world.organizationId,
      payload: { locationId: world.locationId, technicianId: world.anna, status: 'confirmed' },
    });
  });

  it('is taken back by undo with the opposite event, and told again by redo', async () => {
    const stage = await openStage();
    await stage.book();
    await stage.done('undo', {});
    await stage.done('redo', {});
    expect(await told(stage)).toEqual([
      'appointment.scheduled',
      'technician.assigned',
      'appointment.cancelled',
      'appointment.scheduled',
      'technician.assigned',
    ]);
  });

  it('is told once when the same command is sent twice', async () => {
    const stage = await openStage();
    const { ids, laneway, world } = stage;
    const args = {
      id: ids.next(),
      locationId: world.locationId,
      workOrderId: null,
      title: 'Meeting',
      start: at(9),
      end: at(10),
      claims: [{ resourceId: world.bo, role: 'lead', units: 1 }],
      as: 'confirmed',
      serviceTypeId: null,
      customerId: null,
      unitId: null,
      participants: [],
      description: '',
      reservationIds: [],
      recording: false,
    };
    const input = { id: ids.next(), args };
    await laneway.call('command', 'bookAppointment', input, { host: 'test' });
    expect(await laneway.call('command', 'bookAppointment', input, { host: 'test' })).toMatchObject({ ok: true });
    expect(await told(stage)).toEqual(['appointment.scheduled', 'technician.assigned']);
  });

  it('is nothing when a command is refused', async () => {
    const stage = await openStage();
    await stage.book();
    const before = await told(stage);
    await expect(stage.book()).rejects.toThrow('refused');
    expect(await told(stage)).toEqual(before);
  });

  it('is nothing of a request until it is confirmed', async () => {
    const stage = await openStage();
    const id = await stage.book({ as: 'requested' });
    expect(await told(stage)).toEqual([]);
    await stage.done('confirmAppointment', { id, reservationIds: [] });
    expect(await told(stage)).toEqual(['appointment.scheduled', 'technician.assigned']);
  });
});
