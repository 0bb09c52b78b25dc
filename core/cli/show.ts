const WIDEST = 60;
/** 1990 to 2101: a number in this stretch, under a name that means a time, is an instant. */
const TIMES = { from: 631_152_000_000, to: 4_133_980_800_000 };
const TIME_NAME = /(^|[a-z])(at|start|end|from|to|now|due|until)$/i;

/** Any plain value as lines for a person: lists of things as tables, the rest as indented names and values. */
export function show(value: unknown): string {
  return lines(value, '').join('\n');
}

function lines(value: unknown, indent: string): readonly string[] {
  if (Array.isArray(value)) return listLines(value as readonly unknown[], indent);
  if (!isRecord(value)) return [indent + cell('', value)];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${indent}(nothing)`];
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.flatMap(([name, one]) => {
    if (isSimple(one)) return [`${indent}${name.padEnd(width)}  ${cell(name, one)}`];
    return [`${indent}${name}${Array.isArray(one) ? ` (${one.length})` : ''}`, ...lines(one, `${indent}  `)];
  });
}

function listLines(list: readonly unknown[], indent: string): readonly string[] {
  if (list.length === 0) return [`${indent}(none)`];
  if (list.every(isSimple)) return list.map((one) => indent + cell('', one));
  const rows = list.map((one) => (isRecord(one) ? one : { value: one }));
  return table(rows).map((line) => indent + line);
}

/** Columns as wide as their content, names above. */
export function table(rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [names, ...rows.map((row) => names.map((name) => cell(name, row[name])))];
  const widths = names.map((_name, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const text = cells.map((line) =>
    line
      .map((one, index) => one.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...text.slice(0, 1), widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)];
}

function cell(name: string, value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    const isTime = TIME_NAME.test(name) && value >= TIMES.from && value < TIMES.to;
    return isTime ? `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')}Z` : String(value);
  }
  const text = typeof value === 'string' ? printable(value) : compact(value);
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

function compact(value: unknown): string {
  if (Array.isArray(value)) return value.map((one: unknown) => cell('', one)).join(', ');
  if (!isRecord(value)) return cell('', value);
  return Object.entries(value)
    .map(([name, one]) => `${name} ${cell(name, one)}`)
    .join(' ');
}

/** What somebody typed must not move the cursor of a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSimple(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
