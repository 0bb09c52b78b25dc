import type { Reply } from '../../contract/refusal.ts';
import { problemPhrase } from '../../contract/phrases/refusal-phrase.ts';
import type { ImportReport } from '../../contract/views/import-view.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { printable } from '../show.ts';
import type { Task } from '../task.ts';
import type { PlannedRow } from '../transfer/import-row.ts';
import { planJsonLines } from '../transfer/json-lines.ts';
import { loadLookUps } from '../transfer/look-ups.ts';
import { planCsv } from '../transfer/plan-csv.ts';
import type { TaskTools } from './tools.ts';

type ImportTask = Extract<Task, { readonly task: 'import' }>;
type No = Reply & { readonly ok: false };

/** What came of an import, for programs and people. */
interface Summary {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly accepted: number;
  readonly already: number;
  readonly refused: readonly { readonly row: number; readonly message: string }[];
  /** How many rows of each kind are not for import: they follow from others, or are over. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** So many refused rows are printed for a person; `--json` has all. */
const PRINTED = 100;
const MOST_ROWS = 500;
const NOBODY =
  'There is no organization yet, and a table has none. Make one, bring in an export with one, or load the sample: laneway sample';

/** Sends a file through the commands, row by row; every row is done wholly or not at all. */
export async function importFile(tools: TaskTools, task: ImportTask, text: string): Promise<ExitCode> {
  const { tell } = tools;
  const planned = await plan(tools, task, text);
  if (!planned.ok)
    return typeof planned.refusal === 'string' ? tell.refused(planned.refusal) : tell.reply(planned.refusal);
  const done = await send(tools, task, planned.value);
  if (!done.ok) return typeof done.refusal === 'string' ? tell.refused(done.refusal) : tell.reply(done.refusal);
  const summary = done.value;
  const code = tell.reply({ ok: true, value: summary }, () => summaryText(summary));
  return summary.refused.length > 0 ? EXIT.refused : code;
}

async function plan(
  { target, around }: TaskTools,
  { kind }: ImportTask,
  text: string,
): Promise<Outcome<readonly PlannedRow[], string | No>> {
  if (kind === undefined) return accept(planJsonLines(text, around.newId));
  const known = await loadLookUps(target);
  if (!known.ok) return known;
  return known.value.setup.organization === null ? refuse(NOBODY) : planCsv(text, kind, known.value, around.newId);
}

interface Sending {
  readonly row: number;
  readonly commands: readonly { readonly id: string; readonly name: string; readonly args: unknown }[];
}

async function send(
  { target, around }: TaskTools,
  { dryRun, acceptCautions }: ImportTask,
  planned: readonly PlannedRow[],
): Promise<Outcome<Summary, string | No>> {
  const refused: { row: number; message: string }[] = [];
  const leftOut: Record<string, number> = {};
  const sending: Sending[] = [];
  for (const one of planned) {
    if ('skipped' in one) leftOut[one.skipped] = (leftOut[one.skipped] ?? 0) + 1;
    else if ('problems' in one) {
      const sentences = one.problems.map((problem) => around.words(problemPhrase(problem)));
      refused.push({ row: one.row, message: sentences.join(' ') });
    } else
      sending.push({ row: one.row, commands: one.commands.map((command) => ({ id: around.newId(), ...command })) });
  }
  // A dry run judges rows on what those before them would leave, so it cannot be cut.
  const pieces = dryRun ? [sending] : cut(sending, target.largest);
  let [accepted, already] = [0, 0];
  for (const rows of pieces) {
    const input = { rows, dryRun, acceptCautions };
    if (JSON.stringify(input).length > target.largest)
      return {
        ok: false,
        refusal: 'This file is too large for a dry run while Laneway runs. Close it, or cut the file.',
      };
    const reply = (await target.call('run', 'importRows', { runId: around.newId(), input })) as Reply<ImportReport>;
    if (!reply.ok) return { ok: false, refusal: reply };
    accepted += reply.value.accepted;
    already += reply.value.already;
    refused.push(...reply.value.refused.map(({ row, message }) => ({ row, message })));
  }
  const inOrder = refused.toSorted((a, b) => a.row - b.row);
  return accept({ dryRun, rows: planned.length, accepted, already, refused: inOrder, leftOut });
}

/** Pieces that one call takes. */
function cut(rows: readonly Sending[], largest: number): readonly (readonly Sending[])[] {
  const pieces: Sending[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = JSON.stringify(row).length;
    const piece = pieces.at(-1);
    if (piece === undefined || size > room || piece.length >= MOST_ROWS) {
      pieces.push([row]);
      room = largest / 2 - size;
    } else {
      piece.push(row);
      room -= size;
    }
  }
  return pieces;
}

function summaryText({ dryRun, accepted, already, refused, leftOut }: Summary): string {
  const lines = refused.slice(0, PRINTED).map(({ row, message }) => `Row ${row}: ${printable(message)}`);
  const more = refused.length > PRINTED ? [`and ${refused.length - PRINTED} more refused rows`] : [];
  const left = Object.entries(leftOut).map(([kind, count]) => `${count} ${kind}`);
  const last = [
    `${accepted} ${dryRun ? 'would be accepted' : 'accepted'}, ${already} there already, ${refused.length} refused`,
    ...(left.length > 0 ? [`left out: ${left.join(', ')}`] : []),
  ];
  return [...lines, ...more, `${last.join('; ')}.`].join('\n');
}
