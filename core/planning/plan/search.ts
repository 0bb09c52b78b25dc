import { runThrough, type Steps } from '../../kernel/steps.ts';
import { annealing } from './anneal.ts';
import { isSmall, lookingThrough } from './exact/look-through.ts';
import type { PlanModel } from './model.ts';
import type { SearchOptions, SearchResult } from './search-result.ts';

/** What little work can be planned by is annealed for so many rounds, then looked through for this share of the budget. */
const BEFORE_LOOKING = 320;
const LOOK_UNTIL = 0.7;

/** Plans as many jobs as well as it can within the budget. Deterministic for a deterministic `used`. */
export function search(model: PlanModel, options: SearchOptions): SearchResult {
  return runThrough(searching(model, options));
}

/** The same in steps: it pauses now and then, so that its thread may do something else meanwhile. */
export function* searching(model: PlanModel, options: SearchOptions): Steps<SearchResult> {
  if (!isSmall(model)) return yield* annealing(model, options);
  const { seed, used, onBetter } = options;
  let told = Infinity;
  const tell: SearchOptions['onBetter'] = (better) => {
    if (better.cost < told) onBetter?.(better);
    told = Math.min(told, better.cost);
  };
  const short = yield* annealing(model, {
    ...options,
    onBetter: tell,
    used: (rounds) => Math.max(used(rounds), rounds / BEFORE_LOOKING),
  });
  const looked = yield* lookingThrough(model, short, {
    seed,
    onBetter: tell,
    isOver: (rounds) => used(rounds) >= LOOK_UNTIL,
  });
  const spent = used(looked.rounds);
  if (looked.isBest || spent >= 1) return looked;
  const rest = yield* annealing(model, {
    seed,
    warm: looked.placements,
    onBetter: (better) => tell({ ...better, rounds: looked.rounds + better.rounds }),
    used: (rounds) => (used(looked.rounds + rounds) - spent) / (1 - spent),
  });
  const rounds = looked.rounds + rest.rounds;
  return rest.cost < looked.cost ? { ...rest, rounds } : { ...looked, rounds };
}
