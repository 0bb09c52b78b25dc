import { describe, expect, it } from 'vitest';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bayArgs, customerArgs, organizationArgs, technicianArgs, workOrderArgs } from '../../builders/world.ts';

describe('commands on master data', () => {
  it('one database has one organization', async () => {
    const stage = await openStage();
    expect(await stage.refused('createOrganization', organizationArgs(stage.ids.next()))).toMatchObject({
      kind: 'already-exists',
      entity: 'organization',
    });
  });

  it('a taken id is refused', async () => {
    const stage = await openStage();
    const { customerId, anna } = stage.world;
    expect(await stage.refused('addCustomer', customerArgs(customerId, 'Other'))).toEqual({
      kind: 'already-exists',
      entity: 'customer',
      id: customerId,
    });
    expect(await stage.refused('addBay', bayArgs(stage.world, anna))).toMatchObject({ kind: 'already-exists' });
  });

  it('a zone is kept under its present name', async () => {
    const stage = await openStage();
    const location = await stage.store.read.get('location', stage.world.locationId);
    if (location === undefined) throw new Error('no location');
    const { id, name, address, phone, coordinates, travel } = location;
    const args = { id, name, address, phone, coordinates, travel, hours: [] };
    await stage.done('updateLocation', { ...args, zone: 'Asia/Calcutta' });
    expect(await stage.store.read.get('location', id)).toMatchObject({ zone: 'Asia/Kolkata', closures: [] });
  });

  it('a severity can only be set for a rule that exists', async () => {
    const stage = await openStage();
    const { policy } = organizationArgs(stage.world.organizationId);
    const { organizationId } = stage.world;
    const severities = { 'on-shfit': 'caution' as const };
    expect(await stage.refused('updatePolicy', { organizationId, policy: { ...policy, severities } })).toEqual({
      kind: 'invalid-input',
      problems: [{ field: 'policy.severities.on-shfit', reason: 'must be the name of a booking rule' }],
    });
  });

  it('a technician who is still booked cannot leave the board', async () => {
    const stage = await openStage();
    const { anna } = stage.world;
    const id = await stage.book();
    const gone = technicianArgs(stage.world, anna, { name: 'Anna', active: false });
    expect(await stage.refused('updateTechnician', gone)).toEqual({
      kind: 'in-use',
      entity: 'resource',
      name: 'Anna',
      by: 1,
    });
    await stage.done('cancelAppointment', { id, reason: 'she leaves' });
    await stage.done('updateTechnician', gone);
  });

  it('a bay is no technician', async () => {
    const stage = await openStage();
    const { bay1 } = stage.world;
    expect(await stage.refused('updateTechnician', technicianArgs(stage.world, bay1))).toMatchObject({
      kind: 'not-found',
      field: 'id',
    });
  });

  it('closures are named by first day and name', async () => {
    const stage = await openStage();
    const { locationId } = stage.world;
    const closure = { locationId, from: '2026-12-24', to: '2026-12-26', name: 'Christmas' };
    await stage.done('addClosure', closure);
    await stage.done('addClosure', { ...closure, name: 'Stocktaking' });
    expect(await stage.refused('addClosure', closure)).toMatchObject({ problems: [{ field: 'from' }] });
    await stage.done('removeClosure', { locationId, from: closure.from, name: 'Stocktaking' });
    const location = await stage.store.read.get('location', locationId);
    const { from, to, name } = closure;
    expect(location?.closures).toEqual([{ from: localDate(from), to: localDate(to), name }]);
    expect(await stage.refused('removeClosure', { locationId, from, name: 'Easter' })).toMatchObject({
      problems: [{ field: 'from' }],
    });
  });

  it('a delivery is expected, then received into the stock', async () => {
    const stage = await openStage();
    const stockId = stage.world.stock;
    await stage.done('expectStock', { stockId, at: at(14), quantity: 3 });
    await stage.done('expectStock', { stockId, at: at(9), quantity: 2 });
    expect(await stage.refused('receiveStock', { stockId, at: at(10) })).toMatchObject({ problems: [{ field: 'at' }] });
    await stage.done('receiveStock', { stockId, at: at(9) });
    expect(await stage.store.read.get('stock', stockId)).toMatchObject({
      onHand: 6,
      arrivals: [{ at: at(14), quantity: 3 }],
    });
  });

  it('a part has one stock at a location', async () => {
    const stage = await openStage();
    const { stock, thermostat: partId, locationId } = stage.world;
    const again = { id: stage.ids.next<'stock'>(), partId, locationId, onHand: 1 };
    expect(await stage.refused('stockPart', again)).toEqual({ kind: 'already-exists', entity: 'stock', id: stock });
  });

  it('an absence keeps new work away and can be taken back', async () => {
    const stage = await openStage();
    const id = stage.ids.next<'absence'>();
    const range = { from: at(8), to: at(16) };
    await stage.done('recordAbsence', { id, resourceId: stage.world.anna, range, reason: 'Sick' });
    await expect(stage.book()).rejects.toThrow('absence');
    await stage.done('removeAbsence', { id });
    await stage.book();
  });

  it('a kind’s longest is not shorter than its shortest', async () => {
    const stage = await openStage();
    const kind = { id: stage.ids.next<'appointment-kind'>(), code: 'repair' as const, name: 'Odd' };
    const args = { ...kind, shortest: 60, longest: 30, priority: 'normal' as const, autoBook: 'never' as const };
    expect(await stage.refused('addAppointmentKind', args)).toMatchObject({ problems: [{ field: 'longest' }] });
  });
});

describe('work orders', () => {
  it('get the next number each', async () => {
    const stage = await openStage();
    const [first, second] = [await stage.order(), await stage.order()];
    expect((await stage.workOrder(second)).number).toBe((await stage.workOrder(first)).number + 1);
  });

  it('take only a unit of their customer', async () => {
    const stage = await openStage();
    const customerId = stage.ids.next<'customer'>();
    await stage.done('addCustomer', customerArgs(customerId, 'Per'));
    const args = workOrderArgs(stage.world, stage.ids.next(), { customerId });
    expect(await stage.refused('openWorkOrder', args)).toMatchObject({ problems: [{ field: 'unitId' }] });
  });

  it('lead their live appointment in title and customer, not in place', async () => {
    const stage = await openStage();
    const appointmentId = await stage.bookWork();
    const before = await stage.appointment(appointmentId);
    if (before.workOrderId === null) throw new Error('no work order');
    const args = workOrderArgs(stage.world, before.workOrderId, { title: 'Replace pump', priority: 'high' });
    await stage.done('updateWorkOrder', args);
    expect(await stage.appointment(appointmentId)).toEqual({ ...before, title: 'Replace pump', priority: 'high' });
  });

  it('cannot be cancelled while booked, and not twice', async () => {
    const stage = await openStage();
    const appointmentId = await stage.bookWork();
    const { workOrderId } = await stage.appointment(appointmentId);
    if (workOrderId === null) throw new Error('no work order');
    const cancel = { id: workOrderId, reason: 'sold' };
    expect(await stage.refused('cancelWorkOrder', cancel)).toMatchObject({ kind: 'already-booked' });
    await stage.done('cancelAppointment', { id: appointmentId, reason: 'sold' });
    await stage.done('cancelWorkOrder', cancel);
    expect(await stage.refused('cancelWorkOrder', cancel)).toMatchObject({ kind: 'final-status', status: 'cancelled' });
  });
});
