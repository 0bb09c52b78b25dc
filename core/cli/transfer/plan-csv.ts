import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { cellsOf } from './cells.ts';
import { readCsv } from './csv.ts';
import { CSV_FORMS, type CsvKind } from './csv-kinds.ts';
import type { PlannedCommand, PlannedRow } from './import-row.ts';
import type { LookUps } from './look-ups.ts';

/** The commands of each line of a CSV file of one kind; refused when its columns are not the ones that kind has. */
export function planCsv(
  text: string,
  kind: CsvKind,
  known: LookUps,
  newId: () => string,
): Outcome<readonly PlannedRow[], string> {
  const form = CSV_FORMS[kind];
  const read = readCsv(text);
  if (!read.ok) return read;
  const columns = [...(read.value[0]?.cells.keys() ?? form.columns)];
  const missing = form.needed.find((name) => !columns.includes(name));
  if (missing !== undefined)
    return refuse(`The column "${missing}" is missing. Columns of ${kind}: ${form.columns.join(', ')}.`);
  const strange = columns.find((name) => !form.columns.includes(name));
  if (strange !== undefined)
    return refuse(`No column of ${kind} is called "${strange}". There are: ${form.columns.join(', ')}.`);
  const added = new Set<string>();
  return accept(
    read.value.map((line): PlannedRow => {
      const cells = cellsOf(line);
      const commands = notAddedTwice(form.plan(cells, known, newId), added);
      const skipped = cells.skipped();
      if (skipped !== null) return { row: line.row, skipped };
      return cells.problems.length > 0 ? { row: line.row, problems: cells.problems } : { row: line.row, commands };
    }),
  );
}

/** Of a thing that takes several lines the first one adds it, and the others what is their own. */
function notAddedTwice(commands: readonly PlannedCommand[], added: Set<string>): readonly PlannedCommand[] {
  const [first, ...rest] = commands;
  if (first === undefined || rest.length === 0) return commands;
  const said = JSON.stringify(first);
  if (added.has(said)) return rest;
  added.add(said);
  return commands;
}
