import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { PlacedLine } from '../../../core/contract/views/plan-view.ts';
import type { Console } from '../../state/console.ts';
import { tellDone } from '../../state/tell-done.ts';
import { performWithCare } from '../shared/care.ts';

export interface NotApplied {
  readonly why: string;
  /** True when some lines no longer fit, so that the others can still be done. */
  readonly unfit: boolean;
}

export interface Applying {
  /** Of the plan, or of the ways out. */
  readonly planId: string;
  readonly title: string;
  readonly lines: readonly PlacedLine[];
  readonly overtime: boolean;
  /** Leaves out what no longer fits. */
  readonly skipUnfit: boolean;
  /** Kept with what it does where a line has cautions. */
  readonly why: string;
  /** What is told when it is done: so many lines, so many left as they were. */
  readonly done: (counts: { readonly count: number; readonly left: number }) => string;
}

/** Does these lines as one step. Null when it is done; otherwise why not, and nothing has changed. */
export async function applyLines(
  console: Console,
  { planId, title, lines, overtime, skipUnfit, why, done }: Applying,
): Promise<NotApplied | null> {
  const words = console.words();
  const reply = await performWithCare(
    console,
    'applyPlan',
    { planId, lines: lines.map(({ line }) => line), overtime, skipUnfit },
    {
      title,
      quiet: true,
      // Its cautions stood beside each line.
      ...(lines.some(({ cautions }) => cautions.length > 0) ? { acceptCautions: true, why } : {}),
    },
  );
  if (!reply.ok) {
    const { error } = reply;
    return { why: words.say(errorPhrase(error)), unfit: error.kind === 'plan-unfit' };
  }
  const left = reply.value.left?.length ?? 0;
  tellDone(console, done({ count: lines.length - left, left }));
  return null;
}
