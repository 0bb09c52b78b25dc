import * as fc from 'fast-check';
import { weighted } from './arbitraries.ts';
import type { ClockStep, Step } from './steps.ts';
import { TOPICS } from './topics.ts';

const minutes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 30 }) },
  fc.constantFrom(15, 15, 30, 60, 180, 600),
);

const clock = [
  weighted<ClockStep>(10, fc.record({ do: fc.constant('pass'), minutes } as const)),
  weighted<ClockStep>(2, fc.record({ do: fc.constant('again') } as const)),
];

const step: fc.Arbitrary<Step> = fc.oneof(...clock, ...TOPICS.flatMap((one) => one.steps));

/** Up to `longest` steps; every length and every number as likely as the others. */
export function sequences(longest: number): fc.Arbitrary<readonly Step[]> {
  return fc.noBias(fc.array(step, { minLength: 1, maxLength: longest, size: 'max' }));
}
