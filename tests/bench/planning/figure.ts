/** One line of the planning table: what we reach, beside what is asked for and what others reach. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: '%' | 'of 45' | 'of 12' | 'cost' | 'times' | 'ms' | 's' | 'rounds/s';
  /** At most this much, or at least for counts; null where the figure is only reported. */
  readonly pass: number | null;
  readonly aim: number | null;
  /** Whose figure the reference is, and which. */
  readonly beside: string;
}

const COUNTS: readonly Figure['unit'][] = ['of 45', 'of 12'];

/** What the figure reaches, in words. */
export function verdictOf({ value, unit, pass, aim }: Figure): string {
  const reaches = (goal: number): boolean => (COUNTS.includes(unit) ? value >= goal : value <= goal);
  if (aim !== null && reaches(aim)) return pass === null ? 'aim' : 'holds, aim';
  if (pass === null) return aim === null ? '' : 'short of the aim';
  return reaches(pass) ? 'holds' : 'not reached';
}

export function figureTable(figures: readonly Figure[]): string {
  const lines = [
    ['', 'ours', 'pass', 'aim', '', 'beside'],
    ...figures.map((figure) => [
      figure.name,
      `${numberText(figure.value)} ${figure.unit}`,
      goalText(figure.pass),
      goalText(figure.aim),
      verdictOf(figure),
      figure.beside,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const isLeft = (column: number): boolean => column === 0 || column > 3;
  return lines
    .map((line) =>
      line
        .map((cell, column) => (isLeft(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function goalText(goal: number | null): string {
  return goal === null ? '-' : numberText(goal);
}

function numberText(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return value.toFixed(0);
  return Math.abs(value) < 10 ? value.toFixed(3) : value.toFixed(1);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
