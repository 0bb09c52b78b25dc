import type { ServerResponse } from 'node:http';
import type { Dispatcher } from '../contract/dispatch.ts';
import type { HostKind } from '../contract/host-kind.ts';
import type { IcsFile } from '../contract/views/setup-view.ts';
import { answer, answerText, statusOf } from './answers.ts';
import { callContract } from './contract-call.ts';

/**
 * GET /download/ics?resourceId=..&date=..&days=.. or ?appointmentIds=a,b: the query `icsExport` as a file. The contract's
 * own schema judges the values.
 */
export async function answerIcs(
  response: ServerResponse,
  search: URLSearchParams,
  context: { readonly dispatcher: Dispatcher; readonly host: HostKind; readonly tell: (error: unknown) => void },
): Promise<void> {
  const input = icsInput(search);
  const call = { kind: 'query', name: 'icsExport', input, host: context.host } as const;
  const reply = await callContract(context.dispatcher, call, context.tell);
  if (!reply.ok) {
    answerText(response, statusOf(reply), reply.message);
    return;
  }
  const file = reply.value as IcsFile;
  answer(response, 200, 'text/calendar; charset=utf-8', file.text, {
    'content-disposition': disposition(file.fileName),
  });
}

function icsInput(search: URLSearchParams): unknown {
  const ids = search.get('appointmentIds');
  if (ids !== null) return { appointmentIds: ids.split(',') };
  return { resourceId: search.get('resourceId'), date: search.get('date'), days: Number(search.get('days') ?? 1) };
}

/** RFC 6266: an ASCII name for everyone, the full one in UTF-8. Nothing in a name can end the header. */
export function disposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w .-]/g, '_');
  const full = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
