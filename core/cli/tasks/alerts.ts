import type { Reply } from '../../contract/refusal.ts';
import type { AlertLine } from '../../contract/views/alert-view.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { printable, table } from '../show.ts';
import type { TaskTools } from './tools.ts';

const SHOWN = 100;

/** The newest messages that came in, with what became of them. */
export async function listAlerts({ target, tell }: TaskTools): Promise<ExitCode> {
  const input = { locationId: null, status: null, limit: SHOWN };
  const reply = (await target.call('query', 'alerts', input)) as Reply<readonly AlertLine[]>;
  return tell.reply(reply, () => {
    if (!reply.ok || reply.value.length === 0) return 'No message has come in.';
    const rows = reply.value.map(({ receivedAt, priority, summary, unit, outcome, messageId }) => {
      return { at: receivedAt, priority, summary, unit: unit?.name ?? null, outcome: outcome.status, messageId };
    });
    return table(rows).join('\n');
  });
}

interface Sent {
  readonly message: number;
  readonly ok: boolean;
  readonly said: string;
}

/** Sends each message of a file: one JSON object, a list of them, or one to a line. */
export async function sendAlerts({ target, tell, around }: TaskTools, text: string): Promise<ExitCode> {
  const messages = messagesIn(text);
  if (messages === undefined) return tell.misunderstood('The file is neither JSON nor one JSON object to a line.');
  const sent: Sent[] = [];
  for (const [index, message] of messages.entries()) {
    const ids = { id: around.newId(), workOrderId: around.newId(), appointmentId: around.newId() };
    const reply = await target.call('command', 'receiveAlert', { id: around.newId(), args: { ...ids, message } });
    sent.push({ message: index + 1, ok: reply.ok, said: reply.ok ? subjectOf(reply.value) : reply.message });
  }
  const refused = sent.filter((one) => !one.ok);
  const code = tell.reply({ ok: true, value: { taken: sent.length - refused.length, refused } }, () =>
    [
      ...refused.map((one) => `Message ${one.message}: ${printable(one.said)}`),
      `${sent.length - refused.length} of ${sent.length} messages taken in.`,
    ].join('\n'),
  );
  return refused.length > 0 ? EXIT.refused : code;
}

function subjectOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'subject' in value ? String(value.subject) : '';
}

function messagesIn(text: string): readonly unknown[] | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return Array.isArray(whole) ? (whole as readonly unknown[]) : [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const each = lines.map(parsed);
  return each.includes(undefined) || each.length === 0 ? undefined : each;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
