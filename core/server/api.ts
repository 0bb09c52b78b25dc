import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller, Dispatcher } from '../contract/dispatch.ts';
import type { HostKind } from '../contract/host-kind.ts';
import type { Reply } from '../contract/refusal.ts';
import { answerJson, beginStream, statusOf } from './answers.ts';
import { malformed, parseJson, readBody } from './body.ts';
import { callContract, isCallKind } from './contract-call.ts';

/** POST /api/{command|query|run|cancel}/{name} with a JSON body: the contract for programs. Answers the Reply as JSON. */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  context: { readonly dispatcher: Dispatcher; readonly host: HostKind; readonly tell: (error: unknown) => void },
): Promise<void> {
  const [, , kind, name = '', more] = path.split('/');
  if (!isCallKind(kind) || name === '' || more !== undefined) {
    const reply = malformed('must be command, query, run or cancel, and a name: /api/query/setup', 'address');
    answerJson(response, 404, reply);
    return;
  }
  await answerJsonCall(request, response, (input) =>
    callContract(context.dispatcher, { kind, name, input, host: context.host }, context.tell),
  );
}

export type TakeMessage = (message: unknown, caller: Caller) => Promise<Reply>;

/** POST /api/messages with a message of another system, as it is. Delivered twice, it is taken once. */
export async function answerMessage(
  request: IncomingMessage,
  response: ServerResponse,
  context: { readonly takeMessage: TakeMessage; readonly host: HostKind },
): Promise<void> {
  await answerJsonCall(request, response, (message) => context.takeMessage(message, { host: context.host }));
}

/** Reads the JSON of a request and answers with the reply to it. */
async function answerJsonCall(
  request: IncomingMessage,
  response: ServerResponse,
  call: (input: unknown) => Promise<Reply>,
): Promise<void> {
  // Only JSON: a form on some other page cannot send it without asking first.
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    answerJson(response, 415, malformed('must be application/json', 'content-type'));
    return;
  }
  const body = await readBody(request);
  if (!body.ok) {
    answerJson(response, statusOf(body.reply), body.reply);
    return;
  }
  const input = parseJson(body.text);
  const reply = input === undefined ? malformed('must be JSON') : await call(input);
  answerJson(response, statusOf(reply), reply);
}

/** GET /api/events: every event of the contract as a server-sent event, until the caller hangs up. */
export function answerEvents(response: ServerResponse, dispatcher: Dispatcher): void {
  beginStream(response, 'text/event-stream; charset=utf-8');
  // Something to read at once, so that the caller knows it is subscribed.
  response.write(': ready\n\n');
  const stop = dispatcher.subscribe((event) => response.write(`data: ${JSON.stringify({ event })}\n\n`));
  response.on('close', stop);
}
