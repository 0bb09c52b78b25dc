import { describe, expect, it } from 'vitest';
import { fakeDispatcher } from './fake-dispatcher.ts';
import { rawRequest, served, signIn, temporaryFolder } from './rooms.ts';

const yes = () => fakeDispatcher(() => ({ ok: true, value: 'done' }));

describe('the loopback host', () => {
  it('serves the console with types, and lets named-by-content files be cached', async () => {
    const serving = await served(yes());
    const headers = { cookie: await signIn(serving) };
    const page = await rawRequest(serving, '/', { headers });
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    const script = await rawRequest(serving, '/assets/index-B1c2D3e4.js', { headers });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await rawRequest(serving, '/missing.js', { headers })).status).toBe(404);
  });

  it('keeps a page signed in over a restart, by the key of its data folder', async () => {
    const first = await served(yes());
    const cookie = await signIn(first);
    const second = await served(yes());
    expect((await rawRequest(second, '/', { headers: { cookie } })).status).toBe(200);
  });

  it('says in plain words that an address was used, and how to get another', async () => {
    const serving = await served(yes());
    const page = await rawRequest(serving, '/');
    expect(page.status).toBe(401);
    expect(page.text).toContain('Start Laneway again');
  });

  it('says so when there is no built console beside it', async () => {
    const serving = await served(yes(), { front: { folder: temporaryFolder() } });
    const page = await rawRequest(serving, '/', { headers: { cookie: await signIn(serving) } });
    expect([page.status, page.text.includes('npm run build')]).toEqual([503, true]);
  });

  it('tells the contract which host a call came through', async () => {
    const dispatcher = yes();
    const serving = await served(dispatcher);
    const post = { method: 'POST', body: '{"a":1}' };
    const json = { 'content-type': 'application/json' };
    const secret = { ...json, authorization: `Bearer ${serving.secret}` };
    const cookie = await signIn(serving);
    await rawRequest(serving, '/api/query/setup', { ...post, headers: secret });
    await rawRequest(serving, '/api/query/setup', { ...post, headers: { ...secret, 'x-laneway-host': 'cli' } });
    await rawRequest(serving, '/api/query/setup', { ...post, headers: { ...json, cookie, origin: serving.origin } });
    expect(dispatcher.calls.map((call) => call.caller.host)).toEqual(['server', 'cli', 'browser']);
    expect(dispatcher.calls[0]).toMatchObject({ kind: 'query', name: 'setup', input: { a: 1 } });
  });

  it('answers with a status that fits the reply', async () => {
    const serving = await served(
      fakeDispatcher((name) => {
        if (name === 'busy') return { ok: false, error: { kind: 'fault', code: 'busy', retryable: true }, message: '' };
        if (name === 'lost') return { ok: false, error: { kind: 'unknown-name', name }, message: '' };
        return { ok: false, error: { kind: 'nothing-to-undo' }, message: '' };
      }),
    );
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${serving.secret}` };
    const statusOf = async (target: string, body = '{}') =>
      (await rawRequest(serving, target, { method: 'POST', headers, body })).status;
    expect(await statusOf('/api/query/busy')).toBe(503);
    expect(await statusOf('/api/query/lost')).toBe(404);
    expect(await statusOf('/api/command/undo')).toBe(409);
    expect(await statusOf('/api/command/undo', '{')).toBe(400);
    expect(await statusOf('/api/shout/undo')).toBe(404);
    expect(await statusOf('/api/query/a/b')).toBe(404);
  });

  it('lets the development origin call, and no page beside it', async () => {
    const devOrigin = 'http://127.0.0.1:5173';
    const serving = await served(yes(), { devOrigin });
    const cookie = await signIn(serving);
    const call = async (origin: string) => {
      const headers = { 'content-type': 'application/json', cookie, origin };
      return (await rawRequest(serving, '/api/query/setup', { method: 'POST', headers, body: '{}' })).status;
    };
    expect([await call(devOrigin), await call('http://127.0.0.1:5174')]).toEqual([200, 403]);
  });

  it('gives the calendar file to a browser, and a sentence where the query refuses', async () => {
    const value = { fileName: 'Mike Johnson.ics', text: 'BEGIN:VCALENDAR\r\n', events: 1 };
    const dispatcher = fakeDispatcher((_name, input) =>
      JSON.stringify(input).includes('none')
        ? {
            ok: false,
            error: { kind: 'not-found', entity: 'resource', id: 'none', field: 'resourceId' },
            message: 'None.',
          }
        : { ok: true, value },
    );
    const serving = await served(dispatcher);
    const headers = { cookie: await signIn(serving) };
    const file = await rawRequest(serving, '/download/ics?resourceId=r&date=2026-11-23&days=2', { headers });
    expect([file.status, file.headers['content-type'], file.text]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      value.text,
    ]);
    expect(file.headers['content-disposition']).toContain('filename="Mike Johnson.ics"');
    await rawRequest(serving, '/download/ics?appointmentIds=a,b', { headers });
    expect(dispatcher.calls.map((call) => call.input)).toEqual([
      { resourceId: 'r', date: '2026-11-23', days: 2 },
      { appointmentIds: ['a', 'b'] },
    ]);
    const refused = await rawRequest(serving, '/download/ics?resourceId=none&date=2026-11-23', { headers });
    expect([refused.status, refused.text]).toEqual([404, 'None.\n']);
  });

  it('shows one page and no contract while the data cannot be opened', async () => {
    const serving = await served(undefined, { front: { page: '<h1>Restore</h1>' } });
    const cookie = await signIn(serving);
    const page = await rawRequest(serving, '/', { headers: { cookie } });
    expect([page.status, page.text]).toEqual([503, '<h1>Restore</h1>']);
    const headers = { 'content-type': 'application/json', cookie, origin: serving.origin };
    expect((await rawRequest(serving, '/api/query/setup', { method: 'POST', headers, body: '{}' })).status).toBe(405);
  });
});
