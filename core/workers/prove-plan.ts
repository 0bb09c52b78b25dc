import type { Highs, ModelData } from 'highs';
import type { PlanModel, PlanPlacement } from '../planning/plan/model.ts';
import { termsOf, totalOf } from '../planning/plan/plan-terms.ts';
import { anchorsOf } from '../planning/prove/anchors.ts';
import { planOf, valuesOf } from '../planning/prove/proof-plan.ts';
import { proofModel } from '../planning/prove/proof-model.ts';
import { notProvable, type NotProvable } from '../planning/prove/provable.ts';
import type { LinearModel } from '../planning/prove/rows.ts';

/** What is known of the best plan there can be. */
export interface Proof {
  /** `optimal`: nothing is better than `best`. `open`: the time was over, `bound` is what no plan goes below. */
  readonly status: 'optimal' | 'open';
  readonly bound: number;
  readonly best: number;
  /** (best - bound) / best, 0 when proved. */
  readonly gap: number;
  /** The plan that costs `best`. */
  readonly placements: readonly PlanPlacement[];
  readonly seconds: number;
}

let loaded: Promise<Highs> | undefined;

/** The solver is 4 MB of WebAssembly: it comes when the first proof is asked for. */
function solver(): Promise<Highs> {
  loaded ??= import('highs').then(({ default: load }) => load());
  return loaded;
}

/**
 * Proves how good a plan of bay work is, beginning from one that is known. Blocks its thread for about `seconds` by the clock
 * at most. Answers why not where the model cannot be proved.
 */
export async function provePlan(
  model: PlanModel,
  known: readonly PlanPlacement[],
  seconds: number,
): Promise<Proof | NotProvable> {
  const reason = notProvable(model);
  if (reason !== undefined) return reason;
  const highs = await solver();
  const begun = performance.now();
  const passed = (): number => (performance.now() - begun) / 1000;
  const proof = proofModel(model);
  if (proof.linear.columns === 0) return nothingToPlace(model);
  return highs.withModel(modelData(proof.linear), (solving): Proof => {
    // All costs are whole: less than 1 apart is the same.
    solving.options.set({ time_limit: Math.max(0, seconds - passed()), mip_rel_gap: 0, mip_abs_gap: 0.999 });
    solving.setSolution({ colValue: valuesOf(model, proof, known) });
    const { modelStatus } = solving.run();
    const isOptimal = modelStatus === highs.constants.modelStatus.optimal;
    if (!isOptimal && modelStatus !== highs.constants.modelStatus.timeLimit)
      throw new Error(`The proof ended with status ${modelStatus}`);
    const placements = planOf(model, proof, solving.getSolution().colValue);
    const best = totalOf(termsOf(model, placements));
    const below = Math.max(0, Math.ceil(Number(solving.info.get('mip_dual_bound')) - 1e-6));
    const bound = isOptimal ? best : Math.min(best, below);
    return {
      status: bound === best ? 'optimal' : 'open',
      bound,
      best,
      gap: bound === best ? 0 : (best - bound) / best,
      placements,
      seconds: passed(),
    };
  });
}

/** No job has any place: there is one plan only. */
function nothingToPlace(model: PlanModel): Proof {
  const placements = anchorsOf(model);
  const best = totalOf(termsOf(model, placements));
  return { status: 'optimal', bound: best, best, gap: 0, placements, seconds: 0 };
}

function modelData(linear: LinearModel): ModelData {
  return {
    numCols: linear.columns,
    numRows: linear.rows,
    offset: linear.offset,
    colCost: linear.cost,
    colLower: new Float64Array(linear.columns),
    colUpper: linear.upper,
    rowLower: linear.rowLower,
    rowUpper: linear.rowUpper,
    integrality: linear.whole,
    matrix: {
      format: 'csr',
      numRows: linear.rows,
      numCols: linear.columns,
      starts: linear.rowStart,
      indices: linear.column,
      values: linear.value,
    },
  };
}
