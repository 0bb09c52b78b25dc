import type { Refusal } from '../contract/refusal.ts';
import type { ServiceAddress } from '../contract/services/services-file.ts';
import type { Outcome } from '../kernel/outcome.ts';

/** Larger answers are not read to their end. */
const LARGEST = 1024 * 1024;

/**
 * Asks a service over HTTP: POST with a JSON body, a JSON answer of exactly the form that is wanted. Rejects on everything
 * else: another status, another type, a redirection, an unknown field.
 */
export async function askService<T>(
  service: ServiceAddress,
  question: { readonly path: string; readonly body: unknown; readonly answer: (value: unknown) => Outcome<T, Refusal> },
  signal: AbortSignal,
): Promise<T> {
  const response = await fetch(below(service.address, question.path), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(service.token === undefined ? {} : { authorization: `Bearer ${service.token}` }),
    },
    body: JSON.stringify(question.body),
    // A token goes to the address that was named, and nowhere else.
    redirect: 'error',
    signal,
  });
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  if (!/^application\/json\s*(;|$)/i.test(response.headers.get('content-type') ?? ''))
    throw new Error('answered no JSON');
  const parsed = question.answer(JSON.parse(await textOf(response)));
  if (!parsed.ok) throw new Error('answered in another form');
  return parsed.value;
}

function below(address: string, path: string): string {
  return `${address.replace(/\/+$/, '')}/${path}`;
}

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array> | readonly Uint8Array[]) {
    length += piece.length;
    if (length > LARGEST) throw new Error('answered too much');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
