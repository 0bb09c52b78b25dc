import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';

/** One line of a CSV file: its number as an editor counts, and its cells by the name of their column. */
export interface CsvRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Spreadsheets would run what begins so; a leading apostrophe keeps it text (OWASP, CSV injection). */
const RUNS = /^[=@\t\r]|^[+-](?![\d ().-]*$)/;

/** Reads RFC 4180, with comma or semicolon, whichever the first line has more of. Refused with a sentence. */
export function readCsv(text: string): Outcome<readonly CsvRow[], string> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const head = body.slice(0, Math.max(0, body.search(/[\r\n]|$/)));
  const separator = head.split(';').length > head.split(',').length ? ';' : ',';
  const records = recordsOf(body, separator);
  if (!records.ok) return records;
  const [first, ...rest] = records.value;
  if (first === undefined) return refuse('The file is empty. Its first line names the columns.');
  const names = first.cells.map((name) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse(`The column "${twice}" is there twice.`);
  const rows: CsvRow[] = [];
  for (const { line, cells } of rest) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length > names.length) return refuse(`Line ${line} has more cells than there are columns.`);
    rows.push({ row: line, cells: new Map(names.map((name, index) => [name, plain(cells[index] ?? '')])) });
  }
  return accept(rows);
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function recordsOf(text: string, separator: string): Outcome<readonly CsvRecord[], string> {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let [line, began] = [1, 1];
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (character === separator) endCell();
    else if (character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n')) {
      endCell();
      records.push({ line: began, cells });
      cells = [];
      began = line;
    } else if (character !== '\r') cell += character;
  }
  if (quoted) return refuse(`A quote that opens in line ${began} is never closed.`);
  if (cell !== '' || cells.length > 0) {
    endCell();
    records.push({ line: began, cells });
  }
  return accept(records);
}

function plain(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text;
}

/** Writes lines of cells; what a spreadsheet would run is kept text. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && RUNS.test(value) ? `'${value}` : String(value);
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
