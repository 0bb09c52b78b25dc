import { expect, it } from 'vitest';
import { alertMessage, decisionMessage } from '../../builders/messages.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';

async function threeAlerts(): Promise<Stage & { readonly first: string }> {
  const stage = await openStage();
  const { ids } = stage;
  const args = () => ({ id: ids.next(), workOrderId: ids.next(), appointmentId: ids.next() });
  const one = args();
  await stage.done('receiveAlert', { ...one, message: alertMessage('a1') });
  stage.clock.pass(1);
  await stage.done('receiveAlert', { ...args(), message: alertMessage('a2', { unit: 'nobody' }) });
  stage.clock.pass(1);
  await stage.done('receiveAlert', { ...args(), message: decisionMessage('d1', { decision: 'none' }) });
  return { ...stage, first: one.id };
}

async function asked(stage: Stage, input: object): Promise<readonly string[]> {
  const reply = await stage.laneway.call('query', 'alerts', input, { host: 'test' });
  if (!reply.ok) throw new Error(reply.message);
  return (reply.value as readonly { readonly messageId: string }[]).map((one) => one.messageId);
}

it('alerts come newest first, by location, by what became of them and not more than asked for', async () => {
  const stage = await threeAlerts();
  const { locationId } = stage.world;
  const all = { locationId: null, status: null, limit: 10 };
  expect(await asked(stage, all)).toEqual(['d1', 'a2', 'a1']);
  expect(await asked(stage, { ...all, locationId })).toEqual(['d1', 'a2', 'a1']);
  expect(await asked(stage, { ...all, locationId: stage.ids.next() })).toEqual([]);
  expect(await asked(stage, { ...all, status: 'work-order' })).toEqual(['a2', 'a1']);
  expect(await asked(stage, { ...all, limit: 1 })).toEqual(['d1']);
});

it('an alert is told with its unit, its customer and its work order', async () => {
  const stage = await threeAlerts();
  const reply = await stage.laneway.call('query', 'alertDetails', { id: stage.first }, { host: 'test' });
  expect(reply).toMatchObject({
    ok: true,
    value: {
      messageId: 'a1',
      unit: { name: 'Van', plate: 'AB 12345' },
      customer: { name: 'Ola' },
      workOrder: { number: 1001, status: 'open' },
      appointment: null,
      message: { summary: 'Coolant at 118 degrees' },
    },
  });
});

it('a work order tells the message it came from, and why it waits', async () => {
  const stage = await threeAlerts();
  const [first] = await stage.store.read.unassigned(stage.world.locationId);
  const ask = (id: string | undefined) => stage.laneway.call('query', 'workOrderDetails', { id }, { host: 'test' });
  const reply = await ask(first?.id);
  expect(reply).toMatchObject({
    ok: true,
    value: { alert: { priority: 'urgent', outcome: { status: 'work-order' } } },
  });
  expect(await ask(await stage.order())).toMatchObject({ ok: true, value: { alert: null } });
});

it('an alert that is not there is refused by its field', async () => {
  const stage = await openStage();
  const id = stage.ids.next();
  const reply = await stage.laneway.call('query', 'alertDetails', { id }, { host: 'test' });
  expect(reply).toMatchObject({ ok: false, error: { kind: 'not-found', entity: 'alert', field: 'id' } });
});
