import { describe, expect, it } from 'vitest';
import { alertMessage, decisionMessage } from '../../builders/messages.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { hold } from '../waiting/stage.ts';
import { alertArgs, kindBooks, taken } from './alert-stage.ts';

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
      problems: [{ field: 'message.severity', reason: 'must be low, medium, high, critical or emergency' }],
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
