import { NEVER, NONE, type PlanModel, type Stretches } from './model.ts';

/** The choices of all jobs in one piece, a row for each shift a job can go to: what the search reads most lies together. */
export interface ChoiceRows {
  /** Job j has the rows first[j] up to, not including, first[j + 1]. */
  readonly first: Int32Array;
  readonly shift: Int32Array;
  readonly cost: Int32Array;
  /** The stretches of row r are pairs in `starts`, from startsAt[r] up to, not including, startsAt[r + 1]. */
  readonly startsAt: Int32Array;
  readonly starts: Int32Array;
  /** A row behind all others, of one stretch that is written when it is asked for. */
  readonly pinned: number;
}

export function choiceRows({ jobs }: PlanModel): ChoiceRows {
  const first = new Int32Array(jobs.count + 1);
  const shift: number[] = [];
  const cost: number[] = [];
  const starts: number[] = [];
  const startsAt = [0];
  for (const [job, choices] of jobs.choices.entries()) {
    for (const [place, stretches] of choices.starts.entries()) {
      shift.push(choices.shifts[place] as number);
      cost.push(choices.cost[place] as number);
      starts.push(...stretches);
      startsAt.push(starts.length);
    }
    first[job + 1] = shift.length;
  }
  starts.push(NONE, NONE);
  startsAt.push(starts.length);
  return {
    first,
    shift: Int32Array.from(shift),
    cost: Int32Array.from(cost),
    startsAt: Int32Array.from(startsAt),
    starts: Int32Array.from(starts),
    pinned: shift.length,
  };
}

/** First start of the row at or after `from`; NEVER when there is none. Starts lie on the grid. */
export function firstStart({ startsAt, starts }: ChoiceRows, row: number, from: number, grid: number): number {
  return firstIn(starts, startsAt[row] as number, startsAt[row + 1] as number, from, grid);
}

/** The same of stretches on their own. */
export function startFrom(starts: Stretches, from: number, grid: number): number {
  return firstIn(starts, 0, starts.length, from, grid);
}

function firstIn(starts: Stretches, begin: number, end: number, from: number, grid: number): number {
  for (let at = begin; at < end; at += 2) {
    const high = starts[at + 1] as number;
    if (high < from) continue;
    const low = starts[at] as number;
    if (low >= from) return low;
    const start = Math.ceil(from / grid) * grid;
    if (start <= high) return start;
  }
  return NEVER;
}

/** Last start of the row at or before `until`; -NEVER when there is none. */
export function lastStart({ startsAt, starts }: ChoiceRows, row: number, until: number, grid: number): number {
  const begin = startsAt[row] as number;
  for (let at = (startsAt[row + 1] as number) - 2; at >= begin; at -= 2) {
    const low = starts[at] as number;
    if (low > until) continue;
    const high = starts[at + 1] as number;
    if (high <= until) return high;
    const start = Math.floor(until / grid) * grid;
    if (start >= low) return start;
  }
  return -NEVER;
}

/** The row, or where one start is asked for a row of that alone, empty when it is none of the row's. */
export function pinnedRow(rows: ChoiceRows, row: number, pin: number, grid: number): number {
  const { starts, startsAt, pinned } = rows;
  const at = startsAt[pinned] as number;
  const isOne = firstStart(rows, row, pin, grid) === pin;
  starts[at] = isOne ? pin : NEVER;
  starts[at + 1] = isOne ? pin : -NEVER;
  return pinned;
}
