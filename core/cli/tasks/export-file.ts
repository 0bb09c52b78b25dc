import type { Entities, EntityName } from '../../domain/ops/op.ts';
import { EXPORT_ORDER } from '../../contract/views/export-view.ts';
import type { ExitCode } from '../exit-codes.ts';
import { csvLine } from '../transfer/csv.ts';
import { CSV_FORMS, type CsvKind } from '../transfer/csv-kinds.ts';
import { everyRow, loadLookUps } from '../transfer/look-ups.ts';
import type { TaskTools } from './tools.ts';

/** Writes everything of the organization, one JSON object to a line; or one kind as CSV. Never over a file. */
export async function exportFile(tools: TaskTools, file: string, kind: CsvKind | undefined): Promise<ExitCode> {
  const { tell, around } = tools;
  const opened = await around.create(file);
  if (!opened.ok) return tell.refused(opened.refusal);
  try {
    const written = await (kind === undefined
      ? jsonLines(tools, opened.value.write)
      : csv(tools, kind, opened.value.write));
    if (typeof written !== 'number') return tell.reply(written);
    // The answer would stand in the middle of the rows.
    if (file === '-') return 0;
    return tell.reply({ ok: true, value: { file, rows: written } }, () => `${written} rows written to ${file}.`);
  } finally {
    await opened.value.close();
  }
}

type Write = (text: string) => Promise<void>;
type Refused = Parameters<TaskTools['tell']['reply']>[0];

async function jsonLines({ target }: TaskTools, write: Write): Promise<number | Refused> {
  let count = 0;
  for (const entity of EXPORT_ORDER) {
    const rows = await everyRow(target, entity);
    if (!rows.ok) return rows.refusal;
    for (const row of inOrder(entity, rows.value)) await write(`${JSON.stringify({ entity, row })}\n`);
    count += rows.value.length;
  }
  return count;
}

/** A team comes after its members. */
function inOrder(entity: EntityName, rows: readonly Entities[EntityName][]): readonly Entities[EntityName][] {
  if (entity !== 'resource') return rows;
  const isTeam = (row: object): boolean => 'kind' in row && row.kind === 'team';
  return [...rows.filter((row) => !isTeam(row)), ...rows.filter(isTeam)];
}

async function csv({ target }: TaskTools, kind: CsvKind, write: Write): Promise<number | Refused> {
  const form = CSV_FORMS[kind];
  const known = await loadLookUps(target);
  if (!known.ok) return known.refusal;
  const rows = await everyRow(target, form.entity);
  if (!rows.ok) return rows.refusal;
  await write(csvLine(form.columns));
  let count = 0;
  for (const row of rows.value) {
    // The rows are of the form's own entity, which the table of forms cannot say.
    const lines = form.lines?.(row as never, known.value) ?? [form.write(row as never, known.value)];
    const written = lines.filter((cells) => cells.length > 0);
    for (const cells of written) await write(csvLine(cells));
    count += written.length;
  }
  return count;
}
