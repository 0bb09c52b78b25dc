import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { httpAlertDetails, httpUnitHealth } from '../../core/connectors/http-alerts.ts';
import { httpInventory } from '../../core/connectors/http-inventory.ts';
import { readServices } from '../../core/connectors/services.ts';
import { readMessage } from '../../core/contract/messages/read-message.ts';
import { instant } from '../../core/domain/time/instant.ts';
import { asId } from '../../core/kernel/id.ts';
import { decisionMessage } from '../builders/messages.ts';
import { temporaryFolder } from '../server/rooms.ts';
import { standIn, type Answer } from './stand-in.ts';

const signal = (): AbortSignal => AbortSignal.timeout(5000);
const locationId = asId<'location'>('01890a5d-ac96-774b-bcce-b302099a8057');

function message() {
  const read = readMessage(decisionMessage('d1', { alertId: 'a1' }));
  if (!read.ok) throw new Error('not read');
  return read.value;
}

describe('an alert service', () => {
  it('is asked with what was understood of the message, with its token', async () => {
    const service = await standIn(() => ({ body: { alert: { code: 'P0217', sinceHours: 3 } } }));
    const port = httpAlertDetails({ address: service.address, token: 'secret' });
    expect(await port.detailsOf(message(), signal())).toEqual({ code: 'P0217', sinceHours: 3 });
    expect(service.asked).toHaveLength(1);
    expect(service.asked[0]).toMatchObject({
      path: '/base/alert-details',
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    });
    expect(service.asked[0]?.body).toEqual({
      message: {
        name: 'agent.decision.made',
        version: 1,
        id: 'd1',
        occurredAt: '2026-11-23T06:55:00.000Z',
        severity: 'critical',
        summary: 'Coolant at 118 degrees',
      },
      unit: { text: 'AB 12345' },
      alertId: 'a1',
    });
  });

  const wrong: readonly (readonly [string, RegExp, Answer])[] = [
    ['another status', /500/, { status: 500, body: { alert: {} } }],
    ['no JSON type', /no JSON/, { type: 'text/html', body: { alert: {} } }],
    ['no JSON', /JSON/, { text: '{' }],
    ['a field that is not known', /another form/, { body: { alert: {}, more: 1 } }],
    ['a list', /another form/, { body: { alert: [] } }],
    ['nothing of it', /another form/, { body: {} }],
    ['more than can be kept', /another form/, { body: { alert: { text: 'x'.repeat(70_000) } } }],
    ['without end', /too much/, { text: ' '.repeat(2_000_000) }],
    ['a redirection', /fetch failed/, { status: 302, body: {}, headers: { location: 'http://127.0.0.1:9/elsewhere' } }],
  ];
  it.each(wrong)('that answers %s has not answered', async (_, why, answer) => {
    const service = await standIn(() => answer);
    await expect(httpAlertDetails({ address: service.address }).detailsOf(message(), signal())).rejects.toThrow(why);
    expect(service.asked).toHaveLength(1);
  });

  it('that does not answer is let go by the signal', async () => {
    const service = await standIn(() => null);
    const asking = httpAlertDetails({ address: service.address }).detailsOf(message(), AbortSignal.timeout(20));
    await expect(asking).rejects.toThrow(/timeout/);
  });
});

it('a health service is asked by the names of the unit', async () => {
  const service = await standIn(() => ({ body: { health: { score: 0.2 } } }));
  const unit = { text: null, id: null, externalId: { source: 'telematics', id: 'V001' }, plate: 'AB 12345' };
  expect(await httpUnitHealth({ address: service.address }).healthOf(unit, signal())).toEqual({ score: 0.2 });
  expect(service.asked[0]).toMatchObject({
    path: '/base/unit-health',
    body: { unit: { externalId: { source: 'telematics', id: 'V001' }, plate: 'AB 12345' } },
  });
  expect(service.asked[0]?.headers.authorization).toBeUndefined();
});

describe('an inventory', () => {
  const part = { number: 'T-1', onHand: 3, arrivals: [], leadTimeDays: null };

  it('is asked by location and numbers, and its moments are read with their offset', async () => {
    const arrivals = [{ at: '2026-11-24T09:00:00+01:00', quantity: 2 }];
    const service = await standIn(() => ({ body: { parts: [{ ...part, arrivals }] } }));
    const told = await httpInventory({ address: service.address }).stockOf({ locationId, numbers: ['T-1'] }, signal());
    expect(told).toEqual([{ ...part, arrivals: [{ at: instant(Date.UTC(2026, 10, 24, 8)), quantity: 2 }] }]);
    expect(service.asked[0]).toMatchObject({ path: '/base/stock', body: { locationId, numbers: ['T-1'] } });
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['less than nothing', [{ ...part, onHand: -1 }]],
    ['half a piece', [{ ...part, onHand: 0.5 }]],
    ['a part twice', [part, part]],
    ['a part nobody asked about', [{ ...part, number: 'X' }]],
    ['a moment without its offset', [{ ...part, arrivals: [{ at: '2026-11-24T09:00:00', quantity: 1 }] }]],
    ['no lead time at all', [{ number: 'T-1', onHand: 1, arrivals: [] }]],
    ['a field that is not known', [{ ...part, price: 3 }]],
  ];
  it.each(wrong)('that answers %s has not answered', async (_, parts) => {
    const service = await standIn(() => ({ body: { parts } }));
    const asking = httpInventory({ address: service.address }).stockOf({ locationId, numbers: ['T-1'] }, signal());
    await expect(asking).rejects.toThrow(/answered/);
  });
});

describe('the file with the services', () => {
  const read = (text: string) => {
    const file = path.join(temporaryFolder(), 'services.json');
    writeFileSync(file, text);
    return readServices(file);
  };

  it('may be missing, or name some of them', () => {
    const none = { details: null, health: null, inventory: null, patience: 3000 };
    expect(readServices(path.join(temporaryFolder(), 'services.json'))).toEqual({ ok: true, value: none });
    const some = read('{"inventory": {"address": "https://stock.example", "token": "t"}, "patience": 500}');
    expect(some).toMatchObject({ ok: true, value: { details: null, patience: 500 } });
    expect(some.ok && some.value.inventory).not.toBeNull();
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['no JSON', '{', 'cannot be read as JSON'],
    ['an unknown service', '{"weather": {"address": "https://a.example"}}', 'weather is not known here'],
    ['a password in the address', '{"health": {"address": "https://a:b@c.example"}}', 'must be an address'],
    ['no web address', '{"health": {"address": "file:///etc"}}', 'health.address must be an address'],
    ['a token over an open line', '{"health": {"address": "http://a.example", "token": "t"}}', 'must be an https'],
    ['no patience', '{"patience": 0}', 'patience must be at least 100'],
  ];
  it.each(wrong)('with %s is refused with a sentence', (_, text, sentence) => {
    const answered = read(text);
    expect(answered.ok ? '' : answered.refusal).toContain(sentence);
  });
});
