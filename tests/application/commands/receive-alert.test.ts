import { describe, expect, it } from 'vitest';
import { asId } from '../../../core/kernel/id.ts';
import { alertMessage } from '../../builders/messages.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { alertArgs, kindBooks, policyIs, taken } from './alert-stage.ts';

/** Words that point to no service. */
const NO_HINT = { summary: 'Lamp is on', fault: '' };

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

describe('a critical message without a service that we know', () => {
  it.each([
    ['no service at all', {}, []],
    ['an empty one', { service: {} }, []],
    ['a name that nobody knows', { service: { name: 'polish' } }, ['service-unknown']],
    ['a kind that nobody knows', { service: { kind: 'polish' } }, ['kind-unknown']],
    ['a kind that is no text', { service: { kind: 7 } }, ['kind-unknown']],
  ] as const)('books a component repair: %s', async (_name, more, told) => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const { service: _service, ...message } = alertMessage('a1', NO_HINT);
    const { alert, appointment, whys } = await taken(stage, { ...message, ...more });
    const found = [...told, 'kind-by-severity', 'service-chosen'];
    expect(whys).toEqual(['priority', 'unit-known', ...found, 'books-within', 'booked']);
    // Of the two the check asks for neither skills nor parts.
    expect(appointment?.serviceTypeId).toBe(stage.world.check);
    expect(alert.reasons.find(({ why }) => why === 'service-chosen')?.facts).toMatchObject({
      service: 'Check',
      count: 2,
    });
    expect(alert.message).toEqual({ ...message, ...more });
  });

  it('books one that somebody here has the skills for, and a bay what it needs', async () => {
    const stage = await openStage();
    const { world } = stage;
    await kindBooks(stage, 'critical-alerts');
    const check = { id: world.check, kindId: world.kindId, name: 'Check', duration: 60, checklist: [], parts: [] };
    const none = { bufferBefore: null, bufferAfter: null, capabilities: [] as string[], skills: [] };
    const chosen = async (id: string): Promise<unknown> =>
      (await taken(stage, alertMessage(id, { service: {}, ...NO_HINT }))).appointment?.serviceTypeId;
    await stage.done('updateServiceType', { ...check, ...none, capabilities: ['spray booth'] });
    expect(await chosen('a1')).toBe(world.engine);
    await stage.done('updateServiceType', { ...check, ...none, skills: [{ skill: 'Brakes', level: 3 }] });
    expect(await chosen('a2')).toBe(world.engine);
    await stage.done('updateServiceType', { ...check, ...none, skills: [{ skill: 'Brakes', level: 2 }] });
    expect(await chosen('a3')).toBe(world.check);
  });

  it('is told that its kind is missing, and waits on top of the tray', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'next-slot', 'emergency');
    const { whys } = await taken(stage, alertMessage('a1', { service: {} }));
    expect(whys).toEqual(['priority', 'unit-known', 'kind-missing', 'waits-on-top']);
  });

  it('promises nothing for a kind without service types', async () => {
    const stage = await openStage();
    const kind = { id: stage.ids.next<'appointment-kind'>(), code: 'emergency' as const, name: 'Emergency' };
    const lengths = { shortest: 30, longest: 90, priority: 'urgent' as const };
    await stage.done('addAppointmentKind', { ...kind, ...lengths, autoBook: 'next-slot' });
    const { whys, workOrder } = await taken(stage, alertMessage('a1', { severity: 'emergency', service: {} }));
    expect(whys).toEqual(['priority', 'unit-known', 'kind-by-severity', 'service-none', 'waits-on-top']);
    expect(workOrder).toMatchObject({ serviceTypeId: null, duration: 90, priority: 'urgent' });
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
    const { whys, appointment } = await taken(
      stage,
      alertMessage('a1', { service: { kind: 'emergency' }, ...NO_HINT }),
    );
    expect(whys).toEqual(['priority', 'unit-known', 'service-chosen', 'books-at-once', 'booked']);
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
    expect(whys).toEqual(['priority', 'unit-unknown', 'service-known', 'unit-needed', 'waits-on-top']);
    expect(workOrder).toMatchObject({ unitId: null, customerId: null });
  });

  it('with a service that nobody knows and a severity that asks for none books nothing', async () => {
    const stage = await openStage();
    await kindBooks(stage, 'critical-alerts');
    const message = alertMessage('a1', { service: { name: 'polish' }, severity: 'high' });
    const { whys, workOrder } = await taken(stage, message);
    expect(whys.slice(-2)).toEqual(['service-unknown', 'waits']);
    expect(workOrder).toMatchObject({ serviceTypeId: null, duration: 60, priority: 'high' });
  });

  it('is on top of the tray when it is critical, whatever kept it from booking itself', async () => {
    const stage = await openStage();
    await stage.order({ priority: 'urgent', due: at(9) });
    for (const more of [{}, { severity: 'emergency', service: {} }, { unit: 'V999' }]) {
      const { whys, workOrder } = await taken(stage, alertMessage(JSON.stringify(more), more));
      expect([whys.at(-1), workOrder?.priority]).toEqual(['waits-on-top', 'urgent']);
      const [top] = await stage.store.read.unassigned(stage.world.locationId);
      expect(top?.id).toBe(workOrder?.id);
      await stage.done('cancelWorkOrder', { id: workOrder?.id ?? '', reason: 'seen' });
    }
  });

  it('keeps the date it should be done by', async () => {
    const stage = await openStage();
    const { workOrder } = await taken(stage, alertMessage('a1', { due: '2026-11-24T10:00:00+01:00' }));
    expect(workOrder?.due).toBe(at(10, 1));
  });
});

it.each(['id', 'workOrderId', 'appointmentId'] as const)('refuses an %s that is taken', async (field) => {
  const stage = await openStage();
  await kindBooks(stage, 'critical-alerts');
  const first = await taken(stage, alertMessage('a1'));
  const args = { ...alertArgs(stage, alertMessage('a2')), [field]: first.args[field] };
  expect(await stage.refused('receiveAlert', args)).toMatchObject({ kind: 'already-exists', id: first.args[field] });
});
