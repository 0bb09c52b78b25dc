import type { IncomingMessage } from 'node:http';
import type { Reply } from '../contract/refusal.ts';

/** The largest call: 1 MiB, over HTTP and over the socket. */
export const LARGEST = 1024 * 1024;

export type Body = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reply: Reply };

/** So much of a larger body is read and thrown away, so that its sender hears the answer; then the line is cut. */
const PATIENCE = 16 * LARGEST;

/** Reads a request's body up to the limit; the rest of a larger one is not kept. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > PATIENCE) break;
    if (length > LARGEST) pieces = [];
    else pieces.push(piece);
  }
  return length > LARGEST ? { ok: false, reply: tooLarge } : { ok: true, text: Buffer.concat(pieces).toString('utf8') };
}

/** The value of a JSON text; undefined when it is none. JSON itself has no undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function malformed(reason: string, field = ''): Reply {
  const what = field === '' ? 'The input' : field;
  return {
    ok: false,
    error: { kind: 'invalid-input', problems: [{ field, reason }] },
    message: `${what} ${reason}. Correct it and try again.`,
  };
}

export const tooLarge: Reply = {
  ok: false,
  error: { kind: 'fault', code: 'too-large', retryable: false },
  message: 'That is more than 1 MiB. Send it in smaller parts.',
};

export const defect: Reply = {
  ok: false,
  error: { kind: 'fault', code: 'defect', retryable: false },
  message: 'Something went wrong inside Laneway, and nothing was changed. Please report it.',
};
