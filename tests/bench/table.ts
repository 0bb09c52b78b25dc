import type { Row } from './row.ts';

const number = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);

/** The rows as a plain table; a median at or below its target holds. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['', 'median', 'min', 'max', 'target', ''],
    ...rows.map((row) => [
      row.name,
      `${number(row.median)} ${row.unit}`,
      number(row.min),
      number(row.max),
      `${row.target} ${row.unit}`,
      row.median <= row.target ? 'holds' : 'not reached',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
