import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { PlacedLine, PlanView } from '../../../core/contract/views/plan-view.ts';
import type { Console } from '../../state/console.ts';
import { tellDone } from '../../state/tell-done.ts';
import { performWithCare } from '../shared/care.ts';

export interface NotApplied {
  readonly why: string;
  /** True when some lines no longer fit, so that the others can still be done. */
  readonly unfit: boolean;
}

export interface Applying {
  readonly lines: readonly PlacedLine[];
  readonly overtime: boolean;
  /** Leaves out what no longer fits. */
  readonly skipUnfit: boolean;
}

/** Does these lines of the plan as one step. Null when it is done; otherwise why not, and nothing has changed. */
export async function applyLines(
  console: Console,
  plan: PlanView,
  { lines, overtime, skipUnfit }: Applying,
): Promise<NotApplied | null> {
  const words = console.words();
  const reply = await performWithCare(
    console,
    'applyPlan',
    { planId: plan.id, lines: lines.map(({ line }) => line), overtime, skipUnfit },
    {
      title: words.ui('ui.plan'),
      quiet: true,
      // Its cautions stood beside each line.
      ...(lines.some(({ cautions }) => cautions.length > 0)
        ? { acceptCautions: true, why: words.ui('ui.plan.why') }
        : {}),
    },
  );
  if (!reply.ok) {
    const { error } = reply;
    return { why: words.say(errorPhrase(error)), unfit: error.kind === 'plan-unfit' };
  }
  const left = reply.value.left?.length ?? 0;
  const counts = { count: lines.length - left, left };
  tellDone(console, words.ui(left === 0 ? 'ui.plan.done' : 'ui.plan.doneWithout', counts));
  return null;
}
