import type { FieldProblem } from '../../contract/refusal.ts';
import type { CsvRow } from './csv.ts';

/** Reads the cells of one line, noting every problem under the name of its column. */
export interface Cells {
  text(column: string, otherwise?: string): string;
  /** Null where the cell is empty. */
  number(column: string): number | null;
  /** UTC milliseconds; a time without its offset is a problem, since nobody could say which clock is meant. */
  instant(column: string): number | null;
  /** What the lookup answers; a problem when it answers nothing for a name that is there. */
  named<T>(column: string, find: (name: string) => T | undefined, needed: 'needed' | 'optional'): T | null;
  problem(column: string, reason: string): void;
  /** The line is not for import, and why. */
  skip(why: string): void;
  skipped(): string | null;
  readonly problems: readonly FieldProblem[];
}

const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/;

export function cellsOf({ cells }: CsvRow): Cells {
  const problems: FieldProblem[] = [];
  let why: string | null = null;
  const problem = (field: string, reason: string): void => void problems.push({ field, reason });
  const text = (column: string, otherwise = ''): string => {
    const value = cells.get(column) ?? '';
    return value === '' ? otherwise : value;
  };
  return {
    problems,
    problem,
    skip: (reason) => {
      why = reason;
    },
    skipped: () => why,
    text,
    number(column) {
      const value = text(column);
      if (value === '') return null;
      const number = Number(value.replace(',', '.'));
      if (!Number.isFinite(number)) problem(column, 'must be a number');
      return Number.isFinite(number) ? number : null;
    },
    instant(column) {
      const value = text(column);
      if (value === '') return null;
      const at = TIME.test(value) ? Date.parse(value.replace(' ', 'T')) : Number.NaN;
      if (Number.isNaN(at)) problem(column, 'must be a time with its offset, like 2026-11-23T09:00+01:00');
      return Number.isNaN(at) ? null : at;
    },
    named(column, find, needed) {
      const value = text(column);
      const found = find(value);
      if (found !== undefined) return found;
      if (value !== '') problem(column, `must be the name of something there is, not "${value.slice(0, 60)}"`);
      else if (needed === 'needed') problem(column, 'must be given');
      return null;
    },
  };
}
