import * as fc from 'fast-check';
import type { Customer, LanesWanted } from './steps.ts';

export const below = (count: number): fc.Arbitrary<number> => fc.nat({ max: count - 1 });

/** Names one among those that are there. */
export const pick = below(1000);

export const sent = { by: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constant(1)), accept: fc.boolean() };

export const when = {
  day: below(4),
  quarter: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 32, max: 52 }) }, fc.integer({ min: 24, max: 72 })),
  length: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(45, 60, 90) }, fc.constantFrom(15, 30, 120, 150, 240)),
};

const technician = fc.constantFrom(0, 0, 0, 1, 1, 2);
const bay = fc.constantFrom(0, 0, 1);
const nobody = fc.constant(null);
const chargers = fc.constantFrom(0, 0, 0, 1, 2, 3);

export const lanes: fc.Arbitrary<LanesWanted> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ technician, assistant: nobody, bay: nobody, chargers }) },
  { weight: 3, arbitrary: fc.record({ technician, assistant: nobody, bay, chargers }) },
  { weight: 2, arbitrary: fc.record({ technician: nobody, assistant: nobody, bay, chargers }) },
  fc.record({ technician, assistant: technician, bay: fc.option(bay), chargers }),
);

export const customer = fc.constantFrom<Customer>('standard', 'standard', 'fleet', null);

export const mostly = (yes: boolean): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(yes) }, fc.constant(!yes));

/** What a topic says of how likely each of its steps is; less is rarer in life, too. */
export function weighted<S>(
  weight: number,
  arbitrary: fc.Arbitrary<S>,
): { weight: number; arbitrary: fc.Arbitrary<S> } {
  return { weight, arbitrary };
}
