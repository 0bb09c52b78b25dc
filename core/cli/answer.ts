import type { Reply } from '../contract/refusal.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { printable, show, table } from './show.ts';
import type { CannotOpenView, Surroundings } from './target.ts';

/** How answers leave the CLI: one JSON document, or words for a person. */
export interface Voice {
  reply(reply: Reply, words?: (value: unknown) => string): ExitCode;
  refused(sentence: string): ExitCode;
  misunderstood(sentence: string): ExitCode;
  cannotOpen(view: CannotOpenView): ExitCode;
}

type Ways = Pick<Surroundings, 'out' | 'say'>;

export function voice({ out, say }: Ways, json: boolean): Voice {
  const document = (value: unknown): void => out(`${JSON.stringify(value)}\n`);
  const failure = (error: unknown, message: string, code: ExitCode, more = ''): ExitCode => {
    if (json) document({ ok: false, error, message });
    else say([printable(message), more].filter((text) => text !== '').join('\n'));
    return code;
  };
  return {
    reply: (reply, words = show) => {
      if (!reply.ok) {
        const code = reply.error.kind === 'fault' ? EXIT.fault : EXIT.refused;
        return failure(reply.error, reply.message, code, alternatives(reply));
      }
      if (json) document(reply);
      else out(`${words(reply.value)}\n`);
      return EXIT.ok;
    },
    refused: (sentence) => failure({ kind: 'refused' }, sentence, EXIT.refused),
    misunderstood: (sentence) => failure({ kind: 'usage' }, sentence, EXIT.usage, 'See: laneway --help'),
    cannotOpen: (view) => failure({ kind: 'cannot-open', ...view }, view.sentence, EXIT.cannotOpen, waysOut(view)),
  };
}

function waysOut({ backups, restore }: CannotOpenView): string {
  if (restore === null) return '';
  const list = backups.map(({ file, at }) => `  ${at}  ${file}`);
  return ['Backups, newest first:', ...list, 'Restore one into a new folder, then start with it:', `  ${restore}`].join(
    '\n',
  );
}

/** The free places that come with a refused placement. */
function alternatives(reply: Reply & { readonly ok: false }): string {
  if (reply.error.kind !== 'blocked' || reply.error.alternatives.length === 0) return '';
  const rows = reply.error.alternatives.map(({ start, end, technician, bay }) => ({
    start,
    end,
    technician: technician?.name ?? null,
    bay: bay?.name ?? null,
  }));
  return table(rows).join('\n');
}
