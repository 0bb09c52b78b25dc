import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { AlertWhy } from '../../../core/domain/work/alert.ts';
import type { AppointmentKind } from '../../../core/domain/work/service-type.ts';
import { asId } from '../../../core/kernel/id.ts';
import { alertMessage, decisionMessage } from '../../builders/messages.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { organizationArgs } from '../../builders/world.ts';
import { hold } from '../waiting/stage.ts';

type Message = CommandArgs<'receiveAlert'>['message'];

function alertArgs(stage: Stage, message: Message): CommandArgs<'receiveAlert'> {
  const { ids } = stage;
  return { id: ids.next(), message, workOrderId: ids.next(), appointmentId: ids.next() };
}

/** Sends it and answers the alert as it is kept, in words and rows. */
async function taken(stage: Stage, message: Message, more: Partial<CommandArgs<'receiveAlert'>> = {}) {
  const args = { ...alertArgs(stage, message), ...more };
  await stage.done('receiveAlert', args);
  const alert = await stage.store.read.get('alert', args.id);
  if (alert === undefined) throw new Error('There is no alert');
  const whys: readonly AlertWhy[] = alert.reasons.map((reason) => reason.why);
  const { outcome } = alert;
  const workOrder =
    outcome.status === 'noted' ? undefined : await stage.store.read.get('workOrder', outcome.workOrderId);
  const appointment =
    outcome.status === 'booked' ? await stage.store.read.get('appointment', outcome.appointmentId) : undefined;
  return { args, alert, whys, workOrder, appointment };
}

async function kindBooks(
  stage: Stage,
  autoBook: AppointmentKind['autoBook'],
  code: AppointmentKind['code'] = 'repair',
) {
  const { world } = stage;
  const kind = { id: world.kindId, code, name: 'Repair', shortest: 30, longest: 240, priority: 'urgent' as const };
  await stage.done('updateAppointmentKind', { ...kind, autoBook });
}

async function policyIs(stage: Stage, more: Partial<CommandArgs<'updatePolicy'>['policy']>): Promise<void> {
  const { organizationId } = stage.world;
  const { policy } = organizationArgs(organizationId);
  await stage.done('updatePolicy', { organizationId, policy: { ...policy, ...more } });
}

describe('a critical message for a component repair', () => {
  it('books itself at the best place within the days, with the part set aside', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const { alert, appointment, workOrder, whys } = await taken(stage, alertMessage('a1'));
    expect(whys).toEqual(['priority', 'unit-known', 'service-known', 'books-within', 'booked']);
    expect(alert).toMatchObject({ outcome: { status: 'booked' }, priority: 'urgent', unitId: stage.world.unitId });
    expect(workOrder).toMatchObject({ priority: 'urgent', title: 'Coolant at 118 degrees', number: 1001 });
    expect(workOrder?.description).toContain('three times this morning');
    expect(appointment).toMatchObject({
      state: { status: 'confirmed' },
      start: at(8),
      claims: [{ resourceId: stage.world.anna, role: 'lead' }, { role: 'bay' }],
    });
    expect(await stage.store.read.setAside([stage.world.stock])).toEqual(new Map([[stage.world.stock, 1]]));
  });

  it('tells the outside of the booking as of any other', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    await taken(stage, alertMessage('a1'));
    const events = await stage.store.outbox.pending(10);
    expect(events.map((event) => event.name)).toEqual(['appointment.scheduled', 'technician.assigned']);
  });

  it('does the same for the same arguments', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const args = alertArgs(stage, alertMessage('a1'));
    await stage.done('receiveAlert', args);
    const reservations = await stage.store.read.reservationsOf(asId(args.appointmentId));
    await stage.done('undo', {});
    await stage.done('receiveAlert', args);
    expect(await stage.store.read.reservationsOf(asId(args.appointmentId))).toEqual(reservations);
  });

  it('is all taken back by one undo', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const { args, workOrder } = await taken(stage, alertMessage('a1'));
    await stage.done('undo', {});
    expect(await stage.store.read.get('alert', args.id)).toBeUndefined();
    expect(await stage.store.read.get('workOrder', workOrder?.id ?? '')).toBeUndefined();
    expect(await stage.store.read.setAside([stage.world.stock])).toEqual(new Map());
  });

  it('waits for approval where a schedule rule asks for one, and says so', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const rule = { kind: 'require-approval', minimumDuration: null, minimumPriority: null } as const;
    await stage.done('addScheduleRule', ruleArgs(stage.ids.next(), { rule }));
    const machine = stage.as(surroundingsWith(stage.clock, actor('integration', 'Telematics')));
    const { whys, appointment } = await taken({ ...stage, done: machine.done }, alertMessage('a1'));
    expect(whys.slice(-2)).toEqual(['booked', 'asks-approval']);
    expect(appointment?.state).toMatchObject({ status: 'requested', approval: 'pending' });
  });

  it('goes on top of the tray, urgent, when nothing fits', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    await policyIs(stage, { autoBookDays: 1 });
    await stage.order({ priority: 'urgent', due: at(9) });
    await stage.done('recordAbsence', {
      id: stage.ids.next(),
      resourceId: stage.world.anna,
      range: { from: at(0), to: at(0, 3) },
      reason: 'ill',
    });
    const { alert, workOrder, whys } = await taken(stage, alertMessage('a1'));
    expect(whys).toEqual(['priority', 'unit-known', 'service-known', 'books-within', 'nothing-fits', 'waits-on-top']);
    expect(alert.outcome).toEqual({ status: 'work-order', workOrderId: workOrder?.id });
    const [top] = await stage.store.read.unassigned(stage.world.locationId);
    expect(top).toMatchObject({ id: workOrder?.id, priority: 'urgent' });
  });

  it('waits on top of the tray when the switch is off, or the days are none', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    await policyIs(stage, { autoBook: false });
    expect((await taken(stage, alertMessage('a1'))).whys.slice(-2)).toEqual(['switched-off', 'waits-on-top']);
    await policyIs(stage, { autoBookDays: 0 });
    expect((await taken(stage, alertMessage('a2'))).whys.slice(-2)).toEqual(['no-days', 'waits-on-top']);
  });
});

describe('an emergency', () => {
  it('takes the earliest slot there is, whatever its severity and the days', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'next-slot', 'emergency');
    await policyIs(stage, { autoBookDays: 0 });
    await stage.book({ start: at(8), end: at(11.75) });
    const { appointment, whys, alert } = await taken(stage, alertMessage('a1', { severity: 'low' }));
    expect(whys).toContain('books-at-once');
    expect(alert.priority).toBe('urgent');
    expect(appointment?.start).toBe(at(12.5));
  });

  it('is found a service when the message names its kind alone', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'next-slot', 'emergency');
    const { whys, appointment } = await taken(stage, alertMessage('a1', { service: { kind: 'emergency' } }));
    expect(whys).toContain('service-first');
    expect(appointment?.serviceTypeId).toBe(stage.world.check);
  });
});

describe('a message that a person has to look at', () => {
  it('of a kind that is booked by hand waits in the tray with its own priority', async () => {
    const stage = await openStage();
    const { workOrder, whys } = await taken(stage, alertMessage('a1', { severity: 'medium' }));
    expect(whys.slice(-2)).toEqual(['kind-by-hand', 'waits']);
    expect(workOrder).toMatchObject({ priority: 'normal', due: null });
  });

  it('that is not critical does not book a repair', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const { workOrder, whys } = await taken(stage, alertMessage('a1', { severity: 'high' }));
    expect(whys.slice(-2)).toEqual(['not-critical', 'waits']);
    expect(workOrder?.priority).toBe('high');
  });

  it('about a unit that nobody knows books nothing', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const { workOrder, whys } = await taken(stage, alertMessage('a1', { unit: 'V999' }));
    expect(whys).toEqual(['priority', 'unit-unknown', 'service-known', 'books-within', 'waits-on-top']);
    expect(workOrder).toMatchObject({ unitId: null, customerId: null });
  });

  it('with a service that nobody knows books nothing', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const { whys, workOrder } = await taken(stage, alertMessage('a1', { service: { name: 'polish' } }));
    expect(whys.slice(-2)).toEqual(['service-unknown', 'waits']);
    expect(workOrder).toMatchObject({ serviceTypeId: null, duration: 60, priority: 'urgent' });
  });

  it('keeps the date it should be done by', async () => {
    const stage = await openStage();
    const { workOrder } = await taken(stage, alertMessage('a1', { due: '2026-11-24T10:00:00+01:00' }));
    expect(workOrder?.due).toBe(at(10, 1));
  });
});

describe('the unit', () => {
  it.each([
    ['plate', 'ab-12345'],
    ['external id', 'V001'],
    ['id', null],
    ['plate as such', { plate: 'AB12345' }],
    ['external id with its source', { externalId: { source: 'fleet', id: 'V001' } }],
  ])('is found by %s', async (_name, said) => {
    const stage = await openStage();
    const { customerId, unitId } = stage.world;
    const externalIds = [{ source: 'fleet', id: 'V001' }];
    await stage.done('updateUnit', {
      id: unitId,
      customerId,
      name: 'Van',
      plate: 'AB 12345',
      details: '',
      externalIds,
    });
    const { alert, workOrder } = await taken(stage, alertMessage('a1', { unit: said ?? unitId }));
    expect([alert.unitId, workOrder?.customerId]).toEqual([unitId, customerId]);
  });

  it('keeps what other systems call it when it is changed without them', async () => {
    const stage = await openStage();
    const { customerId, unitId } = stage.world;
    const words = { id: unitId, customerId, plate: 'AB 12345', details: '' };
    const externalIds = [{ source: 'fleet', id: 'V001' }];
    await stage.done('updateUnit', { ...words, name: 'Van', externalIds });
    await stage.done('updateUnit', { ...words, name: 'Truck' });
    expect(await stage.store.read.get('unit', unitId)).toMatchObject({ name: 'Truck', externalIds });
  });

  it('of another source is another unit', async () => {
    const stage = await openStage();
    const { customerId, unitId } = stage.world;
    const externalIds = [{ source: 'fleet', id: 'V001' }];
    await stage.done('updateUnit', {
      id: unitId,
      customerId,
      name: 'Van',
      plate: 'AB 12345',
      details: '',
      externalIds,
    });
    const unit = { externalId: { source: 'rental', id: 'V001' } };
    expect((await taken(stage, alertMessage('a1', { unit }))).whys).toContain('unit-unknown');
  });

  it('is none when two have the plate', async () => {
    const stage = await openStage();
    const { customerId } = stage.world;
    await stage.done('addUnit', { id: stage.ids.next(), customerId, name: 'Trailer', plate: 'ab12345', details: '' });
    expect((await taken(stage, alertMessage('a1'))).whys).toContain('unit-unknown');
  });
});

describe('the location', () => {
  it('is the one that is named, else where the unit was last, else the first', async () => {
    const stage = await openStage();
    const { travel, ...site } = {
      name: 'Lakeside',
      zone: 'Europe/Oslo',
      address: '',
      phone: '',
      coordinates: { latitude: 59, longitude: 10 },
      hours: [],
      travel: { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 },
    };
    const lake = stage.ids.next<'location'>();
    await stage.done('addLocation', { id: lake, ...site, travel });
    const named = await taken(stage, alertMessage('a1', { location: 'lakeside' }));
    expect([named.alert.locationId, named.whys.includes('location-assumed')]).toEqual([lake, false]);
    await stage.bookWork({ start: at(9), end: at(10) });
    const assumed = await taken(stage, alertMessage('a2', { location: 'Nowhere' }));
    expect([assumed.alert.locationId, assumed.whys.includes('location-assumed')]).toEqual([
      stage.world.locationId,
      true,
    ]);
  });
});

describe('a decision of an agent', () => {
  it('for service is handled like an alert', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const { alert } = await taken(stage, decisionMessage('d1', { confidence: 0.9 }));
    expect(alert).toMatchObject({ name: 'agent.decision.made', outcome: { status: 'booked' } });
  });

  it('to watch is noted only', async () => {
    const stage = await openStage();
    const { alert, whys } = await taken(stage, decisionMessage('d1', { decision: 'watch' }));
    expect([alert.outcome.status, whys.at(-1)]).toEqual(['noted', 'no-service-wanted']);
    expect(await stage.store.read.unassigned(stage.world.locationId)).toEqual([]);
  });

  it('about an alert whose work is open is noted, and opens work when it is not', async () => {
    const stage = await openStage();
    const first = await taken(stage, alertMessage('a1'));
    const again = await taken(stage, decisionMessage('d1', { alertId: 'a1' }));
    expect([again.alert.outcome.status, again.whys.at(-1)]).toEqual(['noted', 'handled-before']);
    await stage.done('cancelWorkOrder', { id: first.args.workOrderId, reason: 'sold' });
    const later = await taken(stage, decisionMessage('d2', { alertId: 'a1' }));
    expect(later.alert.outcome.status).toBe('work-order');
  });
});

describe('the same message', () => {
  it('is taken once, and the second answer is the first receipt', async () => {
    const stage = await openStage();
    const first = await stage.done('receiveAlert', alertArgs(stage, alertMessage('a1')));
    const second = await stage.done('receiveAlert', alertArgs(stage, alertMessage('a1', { severity: 'low' })));
    expect(second).toEqual(first);
    expect(await stage.store.read.unassigned(stage.world.locationId)).toHaveLength(1);
    expect(await stage.store.read.sequence()).toBe(first.sequence);
  });

  it('of another name is another message', async () => {
    const stage = await openStage();
    await taken(stage, alertMessage('a1'));
    expect((await taken(stage, decisionMessage('a1'))).alert.messageId).toBe('a1');
  });
});

describe('what a message carries', () => {
  it('is kept whole, and what is not understood counts as its details', async () => {
    const stage = await openStage();
    const sensor = { celsius: 118, history: [97, 104] };
    const { alert } = await taken(stage, alertMessage('a1', { sensor }));
    expect(alert.message).toEqual(alertMessage('a1', { sensor }));
    expect(alert.details.alert).toMatchObject({ sensor });
  });

  it('counts parts as free that a hold still has written down though it has run out', async () => {
    const stage = await openStage();
    await hold(stage, { serviceTypeId: stage.world.engine });
    const free = async (id: string) => (await taken(stage, alertMessage(id))).alert.details.alert;
    expect(await free('a1')).toMatchObject({ partsHere: [{ free: 3 }] });
    stage.clock.set(at(7.25));
    expect(await free('a2')).toMatchObject({ partsHere: [{ free: 4 }] });
  });

  it('is answered from what stands here: parts of the service, visits of the unit, its open alerts', async () => {
    const stage = await openStage();
    const visit = await stage.book({
      start: at(8),
      end: at(9),
      customerId: stage.world.customerId,
      unitId: stage.world.unitId,
      title: 'Winter tyres',
    });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id: visit, at: at(8) });
    stage.clock.set(at(9));
    await stage.done('completeAppointment', { id: visit, at: at(9) });
    await taken(stage, alertMessage('a0', { service: { kind: 'repair' } }));
    const { alert } = await taken(stage, alertMessage('a1'));
    expect(alert.details).toEqual({
      alert: { partsHere: [{ number: 'T-1', name: 'Thermostat', needed: 1, free: 4 }] },
      health: {
        visits: 1,
        lastVisit: at(8),
        lastWork: 'Winter tyres',
        lastServices: [{ title: 'Winter tyres', start: at(8), minutes: 60 }],
        visitsInNinetyDays: 1,
        noShows: 0,
        nextVisit: null,
        openAlerts: [{ messageId: 'a0', summary: 'Coolant at 118 degrees', receivedAt: at(9), workOrder: 1001 }],
      },
    });
  });

  it('is refused by field where it is not understood', async () => {
    const stage = await openStage();
    const args = alertArgs(stage, alertMessage('a1', { severity: 'bad' }));
    expect(await stage.refused('receiveAlert', args)).toEqual({
      kind: 'invalid-input',
      problems: [{ field: 'message.severity', reason: 'must be low, medium, high or critical' }],
    });
  });

  it('is missing something when a service that was asked did not answer', async () => {
    const stage = await openStage();
    const details = { alert: null, health: { score: 0.2 } };
    const { alert, whys } = await taken(stage, alertMessage('a1'), { details });
    expect(whys).toContain('details-missing');
    expect(whys).not.toContain('health-missing');
    expect(alert.details.health).toEqual({ score: 0.2 });
  });
});

it.each(['id', 'workOrderId', 'appointmentId'] as const)('refuses an %s that is taken', async (field) => {
  const stage = await openStage();
  await kindBooks(stage, 'critical-alerts');
  const first = await taken(stage, alertMessage('a1'));
  const args = { ...alertArgs(stage, alertMessage('a2')), [field]: first.args[field] };
  expect(await stage.refused('receiveAlert', args)).toMatchObject({ kind: 'already-exists', id: first.args[field] });
});
