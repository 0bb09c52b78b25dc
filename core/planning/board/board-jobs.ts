import {
  NEVER,
  NONE,
  type JobTable,
  type PlanPlacement,
  type PoolNeed,
  type ShiftChoices,
  type ShiftTable,
  type StartWish,
} from '../plan/model.ts';
import type { BoardShifts, ShiftRow } from './board-shifts.ts';
import type { BoardSites } from './board-sites.ts';

/** One row of the model's jobs: a piece of work, one of its assistants, or what stands fixed on a shift. */
export interface JobRow {
  readonly duration: number;
  readonly before: number;
  readonly after: number;
  readonly site: number;
  readonly penalty: number;
  readonly due: number | null;
  readonly perMinute: number;
  readonly wishes: readonly StartWish[];
  readonly follows: number;
  readonly lag: number;
  readonly crewOf: number;
  readonly pools: readonly PoolNeed[];
  readonly choices: ShiftChoices;
  readonly bayDays: Int32Array | null;
  readonly takes: readonly { readonly part: number; readonly quantity: number }[];
}

/** The same hands once more, beside the lead; what the work takes and costs is counted with the lead. */
export function assistantOf(lead: JobRow, crewOf: number, shop: number): JobRow {
  const { choices } = lead;
  return {
    ...lead,
    // Only the lead has the bay, and where that is they all are.
    site: lead.bayDays === null ? lead.site : shop,
    penalty: 0,
    due: null,
    perMinute: 0,
    wishes: [],
    follows: NONE,
    lag: 0,
    crewOf,
    pools: [],
    choices: { ...choices, cost: new Int32Array(choices.cost.length) },
    bayDays: null,
    takes: [],
  };
}

export interface FixedRows {
  readonly rows: readonly JobRow[];
  readonly fixed: readonly PlanPlacement[];
}

/** What stands on the shifts and stays; `from` is the number of the first of its rows. */
export function fixedRowsOf({ rows }: BoardShifts, sites: BoardSites, from: number): FixedRows {
  const all = rows.flatMap((row, shift) => row.fixed.map((one) => ({ ...one, shift })));
  return {
    rows: all.map(({ duration, after, start, shift, at }): JobRow => ({
      duration,
      before: 0,
      after,
      site: sites.numberOf(at),
      penalty: 0,
      due: null,
      perMinute: 0,
      wishes: [],
      follows: NONE,
      lag: 0,
      crewOf: NONE,
      pools: [],
      choices: { shifts: Int32Array.of(shift), starts: [Int32Array.of(start, start)], cost: Int32Array.of(0) },
      bayDays: null,
      takes: [],
    })),
    fixed: all.map(({ shift, start }, place) => ({ job: from + place, shift, bayDay: NONE, start })),
  };
}

export function jobTableOf(rows: readonly JobRow[]): JobTable {
  const numbers = (of: (row: JobRow) => number): Int32Array => Int32Array.from(rows, of);
  const partFirst = new Int32Array(rows.length + 1);
  for (const [job, { takes }] of rows.entries()) partFirst[job + 1] = (partFirst[job] ?? 0) + takes.length;
  const takes = rows.flatMap((row) => row.takes);
  return {
    count: rows.length,
    duration: numbers((row) => row.duration),
    before: numbers((row) => row.before),
    after: numbers((row) => row.after),
    site: numbers((row) => row.site),
    penalty: numbers((row) => row.penalty),
    due: numbers((row) => row.due ?? NEVER),
    tardyPerMinute: numbers((row) => row.perMinute),
    wishes: rows.map((row) => row.wishes),
    follows: numbers((row) => row.follows),
    lag: numbers((row) => row.lag),
    crewOf: numbers((row) => row.crewOf),
    pools: rows.map((row) => row.pools),
    choices: rows.map((row) => row.choices),
    bayDays: rows.map((row) => row.bayDays),
    partFirst,
    part: Int32Array.from(takes, ({ part }) => part),
    quantity: Int32Array.from(takes, ({ quantity }) => quantity),
  };
}

export function shiftTableOf(rows: readonly ShiftRow[], sites: BoardSites, quotas: readonly Int32Array[]): ShiftTable {
  const numbers = (of: (row: ShiftRow) => number): Int32Array => Int32Array.from(rows, of);
  return {
    count: rows.length,
    technician: numbers((row) => row.person),
    day: numbers((row) => row.period),
    from: numbers(beginOf),
    to: numbers((row) => row.to),
    regularTo: numbers((row) => row.regularTo),
    home: numbers((row) => sites.numberOf(row.lane.facts.home)),
    mostJobs: numbers((row) => row.mostJobs),
    quotas,
    closed: rows.map((row) => Int32Array.from(row.closed)),
  };
}

const DAY = 1440;

/** Behind what begins with the shift, or before it, nobody comes from home: the shift then begins early enough not to matter. */
function beginOf({ from, fixed }: ShiftRow): number {
  const first = fixed[0]?.start ?? from;
  return fixed.length > 0 && first <= from ? first - DAY : from;
}
