import { bestInsertions } from '../../../core/planning/plan/best-insertions.ts';
import { search } from '../../../core/planning/plan/search.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { generate, SIZES } from '../../fixtures/planning/generate.mjs';
import { medianOf } from '../row.ts';
import type { Figure } from './figure.ts';
import { FAMILIES, instanceWith } from './known.ts';
import { solve } from './solve.ts';

/** The top three slots of every job of a day of 150, in turn, on its plan; each the median of five calls. */
export function slotFigures(): readonly Figure[] {
  return FAMILIES.map((family) => {
    const model = modelOfInstance(instanceWith(family, 'day150', 1));
    const { placements } = search(model, { seed: 1, used: (rounds) => rounds / 300 });
    const timeOf = (job: number): number => {
      const begun = performance.now();
      bestInsertions(model, placements, job, 3);
      return performance.now() - begun;
    };
    const first = timeOf(0);
    const times = Array.from({ length: model.jobs.count }, (_, job) =>
      medianOf(Array.from({ length: 5 }, () => timeOf(job))),
    );
    return {
      name: `top three slots, ${family}, 150 jobs, slowest job`,
      value: Math.max(...times),
      unit: 'ms',
      pass: 20,
      aim: null,
      beside: `median job ${medianOf(times).toFixed(2)} ms, first call ${first.toFixed(1)} ms; brute force 100-1600 ms`,
    };
  });
}

/** The first full plan of 200 jobs for 40 technicians, from the call to the plan, by the clock on the wall. */
export async function firstPlanFigures(): Promise<readonly Figure[]> {
  Object.assign(SIZES, { board: { techs: 40, bays: 24, jobs: 200, days: 1, grid: 5, shops: 2, area: 50 } });
  const figures: Figure[] = [];
  for (const family of FAMILIES) {
    const instance = generate({ family, size: 'board', seed: 1 });
    const { wallSeconds, score } = await solve({ instance, seed: 1, seconds: 0 });
    figures.push({
      name: `40 technicians, 200 jobs, ${family}, first full plan`,
      value: wallSeconds,
      unit: 's',
      pass: 2,
      aim: 1,
      beside: `cost ${score}`,
    });
  }
  return figures;
}
