import { isLocalDate, localDate, type LocalDate } from '../domain/time/local-date.ts';

/** Plan what is in the tray of a location, and do it where that is asked for. */
export interface PlanBoardTask {
  readonly task: 'plan-board';
  /** Name or id; where there is only one location it may be left out. */
  readonly location: string;
  readonly date: LocalDate;
  readonly days: number;
  readonly seconds: number;
  readonly seed: number;
  readonly rounds: number | undefined;
  /** Seconds for the proof of how good the plan is; null wants none. */
  readonly prove: number | null;
  readonly mayMove: boolean;
  readonly overtime: boolean;
  readonly apply: boolean;
  readonly acceptCautions: boolean;
}

/** The best slots for one work order of the database. */
export interface SuggestWorkTask {
  readonly task: 'suggest-work';
  /** Its number or id. */
  readonly workOrder: string;
  readonly top: number;
}

export const PLAN_BOARD_FORM =
  'plan --location NAME --date DATE [--days N] [--seconds S] [--seed N] [--iterations K] [--prove [SECONDS]] [--move] [--overtime] [--apply]';
export const SUGGEST_WORK_FORM = 'suggest WORK_ORDER [--top N]';

const SECONDS = 5;
const MOST_SECONDS = 60;
const PROOF_SECONDS = 30;
const MOST_PROOF_SECONDS = 120;
const MOST_DAYS = 7;
const TOP = 3;
const MOST_TOP = 20;

/** The flags of both, as they were written. */
export interface BoardWords {
  readonly location?: string | undefined;
  readonly date?: string | undefined;
  readonly days?: string | undefined;
  readonly seconds?: string | undefined;
  readonly seed?: string | undefined;
  readonly iterations?: string | undefined;
  readonly move?: boolean | undefined;
  readonly overtime?: boolean | undefined;
  readonly apply?: boolean | undefined;
  readonly 'accept-cautions'?: boolean | undefined;
  readonly top?: string | undefined;
  readonly out?: string | undefined;
  readonly prove?: string | undefined;
  readonly job?: string | undefined;
  readonly plan?: string | undefined;
}

/** The task, or a sentence about what was not understood. */
export function planBoardTask(values: BoardWords): PlanBoardTask | string {
  if (values.out !== undefined) return '--out goes with --instance only.';
  const { date } = values;
  if (date === undefined) return `It goes: laneway ${PLAN_BOARD_FORM}`;
  if (!isLocalDate(date)) return `--date needs a date like 2026-11-23, not "${date}".`;
  const days = numberIn('--days', values.days, 1, MOST_DAYS, true) ?? 1;
  const seconds = numberIn('--seconds', values.seconds, 0.1, MOST_SECONDS, false) ?? SECONDS;
  const seed = numberIn('--seed', values.seed, 0, 1_000_000_000, true) ?? 1;
  const rounds = numberIn('--iterations', values.iterations, 0, 10_000_000, true);
  const prove = values.prove === '' ? PROOF_SECONDS : numberIn('--prove', values.prove, 0.1, MOST_PROOF_SECONDS, false);
  for (const one of [days, seconds, seed, rounds, prove]) if (typeof one === 'string') return one;
  return {
    task: 'plan-board',
    location: values.location ?? '',
    date: localDate(date),
    days: Number(days),
    seconds: Number(seconds),
    seed: Number(seed),
    rounds: rounds === undefined ? undefined : Number(rounds),
    prove: prove === undefined ? null : Number(prove),
    mayMove: values.move === true,
    overtime: values.overtime === true,
    apply: values.apply === true,
    acceptCautions: values['accept-cautions'] === true,
  };
}

export function suggestWorkTask(workOrder: string, values: BoardWords): SuggestWorkTask | string {
  const foreign = values.job !== undefined ? '--job' : values.plan !== undefined ? '--plan' : undefined;
  if (foreign !== undefined) return `${foreign} goes with --instance only.`;
  const top = numberIn('--top', values.top, 1, MOST_TOP, true) ?? TOP;
  return typeof top === 'string' ? top : { task: 'suggest-work', workOrder, top };
}

/** Undefined where nothing was written; a sentence where it is no such number. */
function numberIn(
  flag: string,
  text: string | undefined,
  least: number,
  most: number,
  whole: boolean,
): number | string | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  const isOne = /^\d+(\.\d+)?$/.test(text) && number >= least && number <= most;
  if (isOne && (!whole || Number.isInteger(number))) return number;
  return `${flag} needs a ${whole ? 'whole number' : 'number'} from ${least} to ${most}, not "${text}".`;
}
