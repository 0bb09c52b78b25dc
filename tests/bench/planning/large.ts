import { meanOf, type Figure } from './figure.ts';
import { instanceWith, knownOf, type Family } from './known.ts';
import { solve } from './solve.ts';

/** A day of 150 jobs that VROOM can say as well: beside its best setting, and as the mean ratio to it. */
export async function fieldDayFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const ratios: number[] = [];
  const scores: number[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    const instance = instanceWith('field', 'day150', number);
    const { vroomBest = 0, best = 0 } = knownOf(instance);
    const { score, plan, cpuSeconds } = await solve({ instance, seed: number, seconds: 1 });
    ratios.push(score / vroomBest);
    scores.push(score);
    figures.push({
      name: `field-day150-s${number}, 1 s`,
      value: score,
      unit: 'cost',
      pass: vroomBest,
      aim: null,
      beside: `VROOM x5 ${vroomBest}, prototype 10 s ${best}; ${Math.round(plan.rounds / cpuSeconds)} rounds/s`,
    });
  }
  const mean = meanOf(scores);
  return [
    ...figures,
    {
      name: 'field-day150, mean ratio to VROOM x5',
      value: meanOf(ratios),
      unit: 'times',
      pass: 0.95,
      aim: 0.92,
      beside: 'prototype 1 s 0.96, 10 s 0.905',
    },
    {
      name: 'field-day150, mean cost',
      value: mean,
      unit: 'cost',
      pass: null,
      aim: Math.floor(33_361 * 1.02),
      beside: 'prototype 10 s 33361',
    },
  ];
}

/** A week of 1,000 jobs and 44 technicians in 10 s. */
export async function fieldWeekFigures(): Promise<readonly Figure[]> {
  const instance = instanceWith('field', 'week1000', 1);
  const { score, plan, cpuSeconds } = await solve({ instance, seed: 1, seconds: 10 });
  return [
    {
      name: 'field-week1000-s1, 10 s',
      value: score,
      unit: 'cost',
      pass: Math.floor(66_217 * 0.9),
      aim: 57_000,
      beside: `VROOM x0 66217, prototype 10 s 59014; ${Math.round(plan.rounds / cpuSeconds)} rounds/s`,
    },
  ];
}

/** Days with bays, which no router can say: beside what the prototype reaches in ten times the time. */
export async function bayDayFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const families: readonly Family[] = ['mixed', 'bay'];
  for (const family of families)
    for (const number of [1, 2, 3]) {
      const instance = instanceWith(family, 'day150', number);
      const { best = 0 } = knownOf(instance);
      const { score, plan, cpuSeconds } = await solve({ instance, seed: number, seconds: 1 });
      figures.push({
        name: `${family}-day150-s${number}, 1 s`,
        value: score,
        unit: 'cost',
        pass: Math.floor(best * 1.1),
        aim: best,
        beside: `prototype 10 s ${best}; ${Math.round(plan.rounds / cpuSeconds)} rounds/s`,
      });
    }
  return figures;
}

/** Weeks with bays in 10 s; only reported. */
export async function bayWeekFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const families: readonly Family[] = ['mixed', 'bay'];
  for (const family of families) {
    const instance = instanceWith(family, 'week1000', 1);
    const { best = 0 } = knownOf(instance);
    const { score, plan, cpuSeconds } = await solve({ instance, seed: 1, seconds: 10 });
    figures.push({
      name: `${family}-week1000-s1, 10 s`,
      value: score,
      unit: 'cost',
      pass: null,
      aim: best,
      beside: `prototype 10 s ${best}; ${Math.round(plan.rounds / cpuSeconds)} rounds/s`,
    });
  }
  return figures;
}
