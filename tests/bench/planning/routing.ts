import { meanOf, type Figure } from './figure.ts';
import { solve } from './solve.ts';
import { vrptwInstance, type Layout } from './vrptw.ts';

/** Distance of routing problems in the manner of Solomon, at 1 s and 5 s; reported, with nothing beside but themselves. */
export async function routingFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const layouts: readonly Layout[] = ['R', 'C', 'RC'];
  for (const layout of layouts) {
    const short: number[] = [];
    const long: number[] = [];
    const vehicles: number[] = [];
    for (const seed of [1, 2]) {
      const instance = vrptwInstance(layout, seed);
      short.push((await solve({ instance, seed: 1, seconds: 1 })).score / 10);
      const { score, plan } = await solve({ instance, seed: 1, seconds: 5 });
      long.push(score / 10);
      vehicles.push(new Set(plan.assignments.map(({ tech }) => tech)).size);
    }
    const gap = (100 * (meanOf(short) - meanOf(long))) / meanOf(long);
    figures.push(
      reported(`VRPTW ${layout}-like, 100 customers, 1 s`, meanOf(short), `${gap.toFixed(2)} % above 5 s`),
      reported(`VRPTW ${layout}-like, 100 customers, 5 s`, meanOf(long), `${meanOf(vehicles)} vehicles`),
    );
  }
  return figures;
}

function reported(name: string, value: number, beside: string): Figure {
  return { name, value, unit: 'distance', pass: null, aim: null, beside };
}
