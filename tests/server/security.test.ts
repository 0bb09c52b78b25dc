import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { fakeDispatcher } from './fake-dispatcher.ts';
import { builtConsole, rawRequest, served, signIn } from './rooms.ts';
import type { Serving } from '../../core/server/serve.ts';

const yes = () => fakeDispatcher(() => ({ ok: true, value: 'done' }));
const post = { method: 'POST', body: '{}' } as const;
const json = { 'content-type': 'application/json' } as const;
const bearer = (serving: Serving) => ({ ...json, authorization: `Bearer ${serving.secret}` });

/** Opens a socket; answers "open", or why not. */
function knock(serving: Serving, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`${serving.origin.replace('http', 'ws')}/ws`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      resolve('open');
      socket.close();
    });
    socket.on('error', (error) => resolve(error.message));
  });
}

describe('the loopback host refuses', () => {
  it('DNS rebinding: a foreign name that points at 127.0.0.1', async () => {
    const dispatcher = yes();
    const serving = await served(dispatcher);
    const cookie = await signIn(serving);
    const host = `evil.example:${new URL(serving.origin).port}`;
    expect((await rawRequest(serving, '/', { headers: { host, cookie } })).status).toBe(421);
    const call = await rawRequest(serving, '/api/query/setup', { ...post, headers: { ...bearer(serving), host } });
    expect(call.status).toBe(421);
    expect(await knock(serving, { host, cookie, origin: serving.origin })).toContain('403');
    expect(dispatcher.calls).toEqual([]);
  });

  it('cross-site request forgery: a page of another origin that rides on the cookie', async () => {
    const dispatcher = yes();
    const serving = await served(dispatcher);
    const cookie = await signIn(serving);
    const origin = 'http://evil.example';
    const forged = await rawRequest(serving, '/api/command/undo', { ...post, headers: { ...json, cookie, origin } });
    expect(forged.status).toBe(403);
    expect(dispatcher.calls).toEqual([]);
  });

  it('cross-site WebSocket hijacking: a foreign page opens the socket with the cookie', async () => {
    const serving = await served(yes());
    const cookie = await signIn(serving);
    expect(await knock(serving, { cookie, origin: 'http://evil.example' })).toContain('403');
    expect(await knock(serving, { cookie, origin: serving.origin })).toBe('open');
  });

  it('an opaque origin: a sandboxed frame or a file calls itself "null"', async () => {
    const serving = await served(yes());
    const cookie = await signIn(serving);
    expect(await knock(serving, { cookie, origin: 'null' })).toContain('403');
    const call = await rawRequest(serving, '/api/query/setup', {
      ...post,
      headers: { ...json, cookie, origin: 'null' },
    });
    expect(call.status).toBe(403);
    expect((await rawRequest(serving, '/', { headers: { cookie, origin: 'null' } })).status).toBe(403);
  });

  it('another port of the same machine', async () => {
    const serving = await served(yes());
    const cookie = await signIn(serving);
    expect(await knock(serving, { cookie, origin: 'http://127.0.0.1:1' })).toContain('403');
  });

  it('a cookie without an Origin, also beside a made-up bearer secret', async () => {
    const serving = await served(yes());
    const cookie = await signIn(serving);
    expect((await rawRequest(serving, '/api/query/setup', { ...post, headers: { ...json, cookie } })).status).toBe(403);
    const headers = { ...json, cookie, authorization: 'Bearer guessed' };
    expect((await rawRequest(serving, '/api/query/setup', { ...post, headers })).status).toBe(401);
    expect(await knock(serving, { cookie })).toContain('403');
    expect(await knock(serving, { cookie, authorization: 'Bearer guessed' })).toContain('401');
  });

  it('a replayed token: the address from the terminal or the browser history is good once', async () => {
    const serving = await served(yes());
    const { pathname, search } = new URL(serving.address());
    const first = await rawRequest(serving, pathname + search);
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict/);
    const second = await rawRequest(serving, pathname + search);
    expect([second.status, second.headers['set-cookie']]).toEqual([401, undefined]);
    // The page that holds the cookie goes on, also when it reloads that address.
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    expect((await rawRequest(serving, pathname + search, { headers: { cookie } })).status).toBe(303);
    expect((await rawRequest(serving, '/', { headers: { cookie } })).status).toBe(200);
  });

  it('a guessed token, a forged cookie, and no credentials at all', async () => {
    const dispatcher = yes();
    const serving = await served(dispatcher);
    const cookie = await signIn(serving);
    const forged = `${cookie.slice(0, -2)}xx`;
    const signedByAnother = await signIn(await served(yes(), { key: Buffer.alloc(32, 8) }));
    for (const headers of [
      {},
      { cookie: forged },
      { cookie: signedByAnother },
      { cookie: cookie.split('=')[0] ?? '' },
    ]) {
      expect((await rawRequest(serving, '/', { headers })).status).toBe(401);
      expect((await rawRequest(serving, '/assets/index-B1c2D3e4.js', { headers })).status).toBe(401);
      expect(await knock(serving, { ...headers, origin: serving.origin })).toContain('401');
    }
    expect((await rawRequest(serving, '/open?t=')).status).toBe(401);
    expect((await rawRequest(serving, '/open?t=guessed')).status).toBe(401);
    expect((await rawRequest(serving, '/api/query/setup', { ...post, headers: json })).status).toBe(403);
    expect(dispatcher.calls).toEqual([]);
  });

  it('path traversal: dots, encoded dots, backslashes, absolute paths and links out of the folder', async () => {
    const folder = builtConsole();
    symlinkSync(path.join(folder, '..', 'secret.txt'), path.join(folder, 'link.txt'));
    writeFileSync(path.join(folder, '..', 'console-secret.txt'), 'secret');
    const serving = await served(yes(), { front: { folder } });
    const headers = { cookie: await signIn(serving) };
    const targets = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt'];
    const strange = [
      '/..%5csecret.txt',
      '/link.txt',
      '/%00',
      '/%ff',
      '//secret.txt',
      '/..%2fconsole-secret.txt',
      '/assets',
    ];
    for (const target of [...targets, ...strange]) {
      const answer = await rawRequest(serving, target, { headers });
      expect([target, answer.text.includes('secret')]).toEqual([target, false]);
      expect([target, answer.status >= 400 && answer.status < 500]).toEqual([target, true]);
    }
  });

  it('an oversized call, over HTTP and over the socket', async () => {
    const dispatcher = yes();
    const serving = await served(dispatcher);
    const body = JSON.stringify({ filler: 'x'.repeat(1024 * 1024) });
    const answer = await rawRequest(serving, '/api/query/setup', { method: 'POST', headers: bearer(serving), body });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { kind: 'fault', code: 'too-large' } });
    const socket = new WebSocket(`${serving.origin.replace('http', 'ws')}/ws`, { headers: bearer(serving) });
    const code = await new Promise((resolve) => {
      socket.on('open', () => socket.send(body));
      socket.on('close', resolve);
    });
    expect(code).toBe(1009);
    expect(dispatcher.calls).toEqual([]);
  });

  it('a form that posts text: only JSON is read', async () => {
    const dispatcher = yes();
    const serving = await served(dispatcher);
    const headers = { authorization: `Bearer ${serving.secret}`, 'content-type': 'text/plain' };
    expect((await rawRequest(serving, '/api/command/undo', { ...post, headers })).status).toBe(415);
    expect(dispatcher.calls).toEqual([]);
  });

  it('a browser session that asks for more addresses: those are for programs with the secret', async () => {
    const serving = await served(yes());
    const headers = { cookie: await signIn(serving), origin: serving.origin };
    expect((await rawRequest(serving, '/host/address', { method: 'POST', headers })).status).toBe(405);
    expect((await rawRequest(serving, '/host/hello', { headers })).status).toBe(404);
  });

  it('injected script and framing: every answer carries the policy', async () => {
    const serving = await served(yes());
    const headers = { cookie: await signIn(serving) };
    for (const target of ['/', '/missing', '/open?t=x', '/assets/index-B1c2D3e4.js']) {
      const answer = await rawRequest(serving, target, { headers });
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('a stack trace: what a defect says stays in the local log', async () => {
    const heard: unknown[] = [];
    const broken = fakeDispatcher(() => Promise.reject(new Error('customer Jones at /home')));
    const serving = await served(broken, { tell: (error) => heard.push(error) });
    const answer = await rawRequest(serving, '/api/query/setup', { ...post, headers: bearer(serving) });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/Jones|home|at /);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { kind: 'fault', code: 'defect' } });
    expect(heard).toHaveLength(1);
  });

  it('a file name that breaks out of its header', async () => {
    const value = { fileName: 'a"\r\nset-cookie: x=1;ä.ics', text: 'BEGIN:VCALENDAR', events: 0 };
    const serving = await served(fakeDispatcher(() => ({ ok: true, value })));
    const answer = await rawRequest(serving, '/download/ics?resourceId=x&date=y', { headers: bearer(serving) });
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="a___set-cookie_ x_1__.ics"/);
  });
});
