import type { CommandArgs, SendOptions } from '../../../core/contract/client.ts';
import type { CommandName } from '../../../core/contract/commands/index.ts';
import type { Receipt } from '../../../core/contract/envelope.ts';
import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { Reply } from '../../../core/contract/refusal.ts';
import type { Console } from '../../state/console.ts';

/**
 * Sends a command; cautions are shown to the person first, and their answer goes to the log. A refusal is told as a note
 * in the corner unless `quiet`.
 */
export async function performWithCare<N extends CommandName>(
  console: Console,
  name: N,
  args: CommandArgs<N>,
  options: SendOptions & { readonly title: string; readonly quiet?: boolean },
): Promise<Reply<Receipt>> {
  const { title, quiet = false, ...send } = options;
  const reply = await console.perform(name, args, { ...send, quiet: true });
  if (reply.ok) return reply;
  if (reply.error.kind === 'needs-override') {
    const why = await console.surfaces.ask({ title, reasons: reply.error.reasons });
    if (why === null) return reply;
    return console.perform(name, args, { ...send, quiet, acceptCautions: true, ...(why === '' ? {} : { why }) });
  }
  if (!quiet) console.notices.toast({ tone: 'bad', text: console.words().say(errorPhrase(reply.error)) });
  return reply;
}
