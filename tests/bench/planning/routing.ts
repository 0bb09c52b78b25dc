import { meanOf, type Figure } from './figure.ts';
import { solve } from './solve.ts';
import { vrptwInstance, type Layout } from './vrptw.ts';

/** The shortest ways that we know of seeds 1 and 2, in tenths, found in 5 to 20 s; nobody has proved them. */
const BEST: Readonly<Record<Layout, readonly number[]>> = {
  R: [17_696, 18_878],
  C: [9259, 9851],
  RC: [13_356, 16_513],
};

/**
 * Routing problems in the manner of Solomon, at 1 s and 5 s: how much longer than the shortest ways we know. Others were
 * measured on Solomon's own problems, which are not ours to ship.
 */
export async function routingFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const layouts: readonly Layout[] = ['R', 'C', 'RC'];
  for (const layout of layouts)
    for (const seconds of [1, 5]) {
      const ways: number[] = [];
      const gaps: number[] = [];
      for (const [place, best] of BEST[layout].entries()) {
        const { score } = await solve({ instance: vrptwInstance(layout, place + 1), seed: 1, seconds });
        ways.push(score / 10);
        gaps.push((100 * (score - best)) / best);
      }
      figures.push({
        name: `VRPTW ${layout}-like, 100 customers, ${seconds} s, above the best known`,
        value: meanOf(gaps),
        unit: '%',
        pass: null,
        aim: null,
        beside: `mean distance ${meanOf(ways).toFixed(1)}; on Solomon's own VROOM x5 0.70 %, HGS 2 s 0.14 %`,
      });
    }
  return figures;
}
