import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a service outside was asked. */
export interface Question {
  readonly path: string;
  readonly method: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: unknown;
}

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly text?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A real service on this machine that remembers what it was asked; null never answers. Ends with the test. */
export async function standIn(
  answer: (question: Question) => Answer | null,
): Promise<{ readonly address: string; readonly asked: readonly Question[]; close(): Promise<void> }> {
  const asked: Question[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      const { url = '', method = '', headers } = request;
      const question: Question = { path: url, method, headers, body: text === '' ? null : JSON.parse(text) };
      asked.push(question);
      const said = answer(question);
      if (said === null) return;
      const type = said.type ?? 'application/json; charset=utf-8';
      response.writeHead(said.status ?? 200, { 'content-type': type, ...said.headers });
      response.end(said.text ?? JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`, asked, close };
}
