import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Dispatcher } from '../../core/contract/dispatch.ts';
import { serve, type ServeOptions, type Serving } from '../../core/server/serve.ts';

/** An empty folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A console as the build makes it, in small, with a secret beside it that must never be served. */
export function builtConsole(): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'console', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'console', 'index.html'), '<!doctype html><title>Laneway</title>');
  writeFileSync(path.join(folder, 'console', 'assets', 'index-B1c2D3e4.js'), 'console.log(1)');
  return path.join(folder, 'console');
}

/** A server on a free port around the dispatcher, closed when the test is over. */
export async function served(dispatcher: Dispatcher | undefined, more: Partial<ServeOptions> = {}): Promise<Serving> {
  const serving = await serve({
    dispatcher,
    front: { folder: builtConsole() },
    port: 0,
    key: Buffer.alloc(32, 7),
    version: 'test',
    tell: () => undefined,
    ...more,
  });
  onTestFinished(() => serving.close());
  return serving;
}

/** The cookie a browser would hold after opening a fresh address. */
export async function signIn(serving: Serving): Promise<string> {
  const response = await fetch(serving.address(), { redirect: 'manual' });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** A request with every header as given: `fetch` would correct Host, Origin and dotted paths. */
export function rawRequest(
  serving: Serving,
  target: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(serving.origin);
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {} } = options;
    const request = http.request({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(options.body);
  });
}
