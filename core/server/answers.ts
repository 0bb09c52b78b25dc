import type { ServerResponse } from 'node:http';
import { CONTENT_POLICY } from '../contract/content-policy.ts';
import type { Refusal, Reply } from '../contract/refusal.ts';

/** On every answer, whatever it is. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...HEADERS, 'content-type': type, ...headers });
  response.end(body);
}

export function answerText(response: ServerResponse, status: number, sentence: string): void {
  answer(response, status, 'text/plain; charset=utf-8', `${sentence}\n`);
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** Headers of an answer that goes on, such as a stream of events. */
export function beginStream(response: ServerResponse, type: string): void {
  response.writeHead(200, { ...HEADERS, 'cache-control': 'no-store', 'content-type': type });
}

/** The HTTP status of a reply; the body says everything else. */
export function statusOf(reply: Reply): number {
  if (reply.ok) return 200;
  const { error } = reply;
  if (error.kind !== 'fault') return STATUS[error.kind] ?? 409;
  if (error.code === 'too-large') return 413;
  return error.retryable ? 503 : 500;
}

/** Every other refusal is 409: the call is fine, what is there speaks against it. */
const STATUS: Readonly<Partial<Record<Refusal['kind'], number>>> = {
  'invalid-input': 400,
  'not-permitted': 403,
  'unknown-name': 404,
  'not-found': 404,
};
