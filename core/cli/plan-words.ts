/** Plan a file of the form "tbs-1". */
export interface PlanTask {
  readonly task: 'plan-instance';
  readonly instance: string;
  /** CPU seconds. */
  readonly seconds: number | undefined;
  readonly seed: number;
  /** Rounds of the search. */
  readonly iterations: number | undefined;
  readonly out: string | undefined;
  /** Seconds by the clock for the best there can be; undefined when it is not asked for. */
  readonly prove: number | undefined;
}

/** The best slots for one job of such a file. */
export interface SuggestTask {
  readonly task: 'suggest-in-instance';
  readonly instance: string;
  readonly plan: string | undefined;
  readonly job: number;
  readonly top: number;
}

export const PLAN_FORM =
  'plan --instance FILE [--seconds S] [--seed N] [--iterations K] [--prove [SECONDS]] [--out PLAN]';
export const SUGGEST_FORM = 'suggest --instance FILE [--plan PLAN] --job ID [--top N]';

const SECONDS = 10;
const PROOF_SECONDS = 60;
const TOP = 3;

/** The flags of both, as they were written. */
export interface PlanWords {
  readonly instance?: string | undefined;
  readonly seconds?: string | undefined;
  readonly seed?: string | undefined;
  readonly iterations?: string | undefined;
  readonly out?: string | undefined;
  readonly plan?: string | undefined;
  readonly job?: string | undefined;
  readonly top?: string | undefined;
  readonly prove?: string | undefined;
}

/** What is to be planned; a text says what was not understood. */
export function planTask({ instance, out, ...words }: PlanWords): PlanTask | string {
  if (instance === undefined) return `--instance is missing. It goes: laneway ${PLAN_FORM}`;
  const seconds = numberIn('--seconds', words.seconds, { least: 0.01, most: 86_400, whole: false });
  const seed = numberIn('--seed', words.seed, { least: 0, most: 2_147_483_647, whole: true });
  const iterations = numberIn('--iterations', words.iterations, { least: 1, most: 1_000_000_000, whole: true });
  const prove =
    words.prove === '' ? PROOF_SECONDS : numberIn('--prove', words.prove, { least: 0.1, most: 86_400, whole: false });
  const wrong = [seconds, seed, iterations, prove].find((one) => typeof one === 'string');
  if (wrong !== undefined) return wrong;
  const bySeconds = iterations === undefined ? SECONDS : undefined;
  return {
    task: 'plan-instance',
    instance,
    seconds: Number(seconds ?? bySeconds) || undefined,
    seed: Number(seed ?? 1),
    iterations: iterations === undefined ? undefined : Number(iterations),
    out,
    prove: prove === undefined ? undefined : Number(prove),
  };
}

/** What slots are asked for; a text says what was not understood. */
export function suggestTask({ instance, plan, ...words }: PlanWords): SuggestTask | string {
  if (instance === undefined) return `--instance is missing. It goes: laneway ${SUGGEST_FORM}`;
  const job = numberIn('--job', words.job, { least: 0, most: 1_000_000, whole: true });
  const top = numberIn('--top', words.top, { least: 1, most: 1000, whole: true });
  if (job === undefined) return '--job needs the id of a job: its place in the list of the file.';
  if (typeof job === 'string') return job;
  if (typeof top === 'string') return top;
  return { task: 'suggest-in-instance', instance, plan, job, top: top ?? TOP };
}

interface Form {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

function numberIn(flag: string, text: string | undefined, { least, most, whole }: Form): number | string | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && number >= least && number <= most && (!whole || Number.isInteger(number)))
    return number;
  return `${flag} needs a ${whole ? 'whole number' : 'number'} from ${least} to ${most}, not "${text}".`;
}
