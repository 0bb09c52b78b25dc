import { meanOf, type Figure } from './figure.ts';
import { FAMILIES, instanceWith, knownOf, regretOf, type Family } from './known.ts';
import { solve } from './solve.ts';

const NUMBERS = [1, 2, 3, 4, 5];
const SEEDS = [1, 2, 3];

/** All tiny instances at 0.3 s: how many of 45 searches reach the proven optimum. */
export async function tinyFigures(): Promise<readonly Figure[]> {
  let reached = 0;
  for (const { score, optimum } of await all(FAMILIES, 'tiny', 0.3)) if (score === optimum) reached += 1;
  return [
    {
      name: 'tiny, 0.3 s, proven optimum',
      value: reached,
      unit: 'of 45',
      pass: 45,
      aim: null,
      beside: 'prototype 45, VROOM x5 4 of 5 field',
    },
  ];
}

const PROTOTYPE: Readonly<Record<Family, string>> = { field: '0.00', bay: '1.0', mixed: '0.06-0.13' };

/** Small instances with a proven optimum: the mean share of the winnings that is missed, by family. */
export async function smallFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const family of FAMILIES) {
    const runs = await all([family], 'small', 1);
    figures.push({
      name: `${family}-small, 1 s, mean regret`,
      value: meanOf(runs.map(({ regret }) => regret)),
      unit: '%',
      pass: family === 'bay' ? 0.4 : 0.2,
      aim: 0,
      beside: `prototype ${PROTOTYPE[family]} % (${countText(runs)} optimal here)`,
    });
  }
  return figures;
}

/** The same at 5 s: searches that reach the optimum, as so many of twelve instances. */
export async function smallLongFigures(): Promise<readonly Figure[]> {
  const runs = await all(FAMILIES, 'small', 5);
  const isOptimal = (name: string): boolean =>
    runs.filter((run) => run.name === name).every(({ score, optimum }) => score === optimum);
  const names = [...new Set(runs.map(({ name }) => name))];
  return [
    {
      name: 'small, 5 s, optimal with all three seeds',
      value: names.filter((name) => isOptimal(name)).length,
      unit: 'of 12',
      pass: null,
      aim: 12,
      beside: `${countText(runs)} searches`,
    },
  ];
}

interface Run {
  readonly name: string;
  readonly score: number;
  readonly optimum: number;
  readonly regret: number;
}

async function all(families: readonly Family[], size: 'tiny' | 'small', seconds: number): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const family of families)
    for (const number of NUMBERS) {
      const instance = instanceWith(family, size, number);
      const known = knownOf(instance);
      if (known.optimum === undefined) continue;
      for (const seed of SEEDS) {
        const { score } = await solve({ instance, seed, seconds });
        if (score < known.optimum) throw new Error(`${instance.name}: ${score} is below the proven optimum`);
        runs.push({ name: instance.name, score, optimum: known.optimum, regret: regretOf(score, known) });
      }
    }
  return runs;
}

function countText(runs: readonly Run[]): string {
  return `${runs.filter(({ score, optimum }) => score === optimum).length} of ${runs.length}`;
}
