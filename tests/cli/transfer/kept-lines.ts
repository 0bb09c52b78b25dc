type Row = Readonly<Record<string, unknown>>;
export interface ExportLine {
  readonly entity: string;
  readonly row: Row;
}

/** What an import leaves out and says so: what came of messages, money and slots shown, and what is over. */
const LEFT_OUT = new Set(['fee', 'alert', 'slotInstance', 'exposure']);
const OVER = new Set(['done', 'completed', 'cancelled', 'no-show', 'booked', 'withdrawn']);

/**
 * The lines of an export that an import brings back, to be compared whole. Only the order of the fields within a line is
 * made one: in JSON it says nothing.
 */
export function keptLines(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExportLine);
  const over = new Set(lines.filter(isOver).map(({ row }) => row['id']));
  return lines
    .filter(({ entity, row }) => !LEFT_OUT.has(entity) && !over.has(row['id']) && !over.has(row['appointmentId']))
    .map((line) => JSON.stringify(line, sortedKeys));
}

function isOver({ row }: ExportLine): boolean {
  const state = row['state'];
  return typeof state === 'object' && state !== null && 'status' in state && OVER.has(String(state.status));
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
