import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openLaneway, runningHost, tryOpen } from '../../core/compose.ts';
import { clientOver, type LanewayClient } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import type { AlertView } from '../../core/contract/views/alert-view.ts';
import { alertMessage } from '../builders/messages.ts';
import { at, clockAt, idsFrom } from '../builders/surroundings.ts';
import { buildWorld, type World } from '../builders/world.ts';
import { overHttp } from '../conformance/transports.ts';
import { standIn, type Question } from '../connectors/stand-in.ts';
import { run } from './program.ts';
import { temporaryFolder } from './rooms.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Host {
  readonly client: LanewayClient;
  readonly world: World;
  readonly dataDir: string;
  /** Posts a message as another system would: as it is, with the secret of the lock file. */
  post(message: unknown): Promise<Reply>;
  /** The newest message that came in, with all that became of it. */
  alert(): Promise<AlertView>;
}

/** A running host whose folder names the services; component repairs book themselves for critical messages. */
async function hostWith(services: object | null): Promise<Host> {
  const dataDir = temporaryFolder();
  if (services !== null) writeFileSync(path.join(dataDir, 'services.json'), JSON.stringify(services));
  const laneway = await openLaneway({ dataDir, host: 'browser', sample: 'never', clock: clockAt(at(7)) });
  onTestFinished(() => laneway.close());
  const running = await runningHost(dataDir);
  if (running === undefined) throw new Error('The host does not answer');
  const line = await overHttp(running.address, running.secret);
  onTestFinished(() => line.close());
  const ids = idsFrom();
  const client = clientOver(line.transport, () => ids.next());
  const done: Parameters<typeof buildWorld>[0]['done'] = async (name, args) => {
    const reply = await client.send(name, args);
    if (!reply.ok) throw new Error(`${name}: ${reply.message}`);
    return reply.value;
  };
  const world = await buildWorld({ ids, done });
  await done('updateAppointmentKind', {
    id: world.kindId,
    code: 'repair',
    name: 'Repair',
    shortest: 30,
    longest: 240,
    priority: 'high',
    autoBook: 'critical-alerts',
  });
  return {
    client,
    world,
    dataDir,
    post: async (message) => {
      const response = await fetch(`${running.address}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${running.secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
      return (await response.json()) as Reply;
    },
    alert: async () => {
      const lines = await client.ask('alerts', { locationId: null, status: null, limit: 1 });
      const [line] = lines.ok ? lines.value : [];
      const found = await client.ask('alertDetails', { id: line?.id ?? '' });
      if (!found.ok) throw new Error(found.message);
      return found.value;
    },
  };
}

/** One system that is all three services. */
function knowsAll({ path: asked }: Question) {
  if (asked === '/base/alert-details') return { body: { alert: { code: 'P0217', seen: 3 } } };
  if (asked === '/base/unit-health') return { body: { health: { score: 0.2, worst: 'cooling' } } };
  return { body: { parts: [{ number: 'T-1', onHand: 9, arrivals: [], leadTimeDays: 1 }] } };
}

const whys = ({ reasons }: AlertView): readonly string[] => reasons.map((reason) => reason.why);

describe('a message posted to a running host', () => {
  it('has details, health and stock asked outside, and is booked with every reason', async () => {
    const outside = await standIn(knowsAll);
    const { address } = outside;
    const services = { alerts: { address, token: 'one' }, health: { address }, inventory: { address } };
    const host = await hostWith(services);
    expect(await host.post(alertMessage('a1'))).toMatchObject({ ok: true });
    expect(new Set(outside.asked.map((question) => question.path))).toEqual(
      new Set(['/base/alert-details', '/base/unit-health', '/base/stock']),
    );
    const [details] = outside.asked.filter((question) => question.path === '/base/alert-details');
    expect(details).toMatchObject({
      headers: { authorization: 'Bearer one' },
      body: { message: { id: 'a1', severity: 'critical' }, unit: { text: 'AB 12345' } },
    });
    const [stock] = outside.asked.filter((question) => question.path === '/base/stock');
    expect(stock?.body).toEqual({ locationId: host.world.locationId, numbers: ['T-1'] });
    const alert = await host.alert();
    expect(alert.details).toEqual({ alert: { code: 'P0217', seen: 3 }, health: { score: 0.2, worst: 'cooling' } });
    expect(whys(alert)).toEqual(['priority', 'unit-known', 'service-known', 'books-within', 'booked']);
    expect(alert.appointment?.status).toBe('confirmed');
    const history = await host.client.ask('history', { entity: null, id: null, before: null, limit: 2 });
    expect(history.ok && history.value.map((entry) => [entry.name, entry.by])).toMatchObject([
      ['receiveAlert', expect.anything()],
      ['syncStock', 'Inventory'],
    ]);
  });

  it('delivered twice is taken once, and nobody is asked again', async () => {
    const outside = await standIn(knowsAll);
    const host = await hostWith({ health: { address: outside.address } });
    const first = await host.post(alertMessage('a1'));
    expect(await host.post(alertMessage('a1'))).toEqual(first);
    expect(outside.asked).toHaveLength(1);
  });

  it('is booked all the same when the services are down, from what stands here, and says what was missing', async () => {
    const outside = await standIn(knowsAll);
    const { address } = outside;
    const host = await hostWith({ alerts: { address }, health: { address }, inventory: { address } });
    await outside.close();
    expect(await host.post(alertMessage('a1'))).toMatchObject({ ok: true });
    const alert = await host.alert();
    expect(alert.appointment?.status).toBe('confirmed');
    expect(whys(alert)).toEqual(
      expect.arrayContaining(['details-missing', 'health-missing', 'stock-missing', 'booked']),
    );
    expect(alert.details).toMatchObject({
      alert: { partsHere: [{ number: 'T-1', needed: 1, free: 4 }] },
      health: { visits: 0, openAlerts: [] },
    });
  });

  it('waits for a service that hangs no longer than the patience', async () => {
    const outside = await standIn(() => null);
    const host = await hostWith({ health: { address: outside.address }, patience: 100 });
    expect(await host.post(alertMessage('a1'))).toMatchObject({ ok: true });
    expect(whys(await host.alert())).toContain('health-missing');
  });

  it('needs nobody outside', async () => {
    const host = await hostWith(null);
    expect(await host.post(alertMessage('a1'))).toMatchObject({ ok: true });
    expect(whys(await host.alert())).toEqual(['priority', 'unit-known', 'service-known', 'books-within', 'booked']);
  });

  it('is refused with its fields when it is not understood', async () => {
    const host = await hostWith(null);
    expect(await host.post(alertMessage('a1', { severity: 'bad' }))).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', problems: [{ field: 'message.severity' }] },
    });
    expect(await host.post([])).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });
});

it('messages sent by the command line have the same services asked', async () => {
  const outside = await standIn(knowsAll);
  const host = await hostWith({ health: { address: outside.address } });
  const file = path.join(temporaryFolder(), 'messages.json');
  writeFileSync(file, JSON.stringify([alertMessage('a1'), alertMessage('a2')]));
  const sent = await run('cli', ['alerts', 'send', file, '--data', host.dataDir]);
  expect([sent.code, sent.out]).toEqual([0, '2 of 2 messages taken in.\n']);
  expect(outside.asked.map((question) => question.path)).toEqual(['/base/unit-health', '/base/unit-health']);
  expect((await host.alert()).details.health).toEqual({ score: 0.2, worst: 'cooling' });
});

it('a folder whose services are not understood is not opened, and the sentence names the field', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(path.join(dataDir, 'services.json'), '{"inventory": {"address": "stock"}}');
  const opened = await tryOpen({ dataDir, host: 'test' });
  expect(opened.ok ? '' : opened.refusal.sentence).toContain('inventory.address must be an address');
});
