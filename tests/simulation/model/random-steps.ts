import * as fc from 'fast-check';
import type { Customer, LanesWanted, Step } from './steps.ts';

const below = (count: number): fc.Arbitrary<number> => fc.nat({ max: count - 1 });
const pick = below(1000);
const sent = { by: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constant(1)), accept: fc.boolean() };
const when = {
  day: below(4),
  quarter: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 32, max: 52 }) }, fc.integer({ min: 24, max: 72 })),
  length: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(45, 60, 90) }, fc.constantFrom(15, 30, 120, 150, 240)),
};
const technician = fc.constantFrom(0, 0, 0, 1, 1, 2);
const bay = fc.constantFrom(0, 0, 1);
const nobody = fc.constant(null);
const chargers = fc.constantFrom(0, 0, 0, 1, 2, 3);
const lanes: fc.Arbitrary<LanesWanted> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ technician, assistant: nobody, bay: nobody, chargers }) },
  { weight: 3, arbitrary: fc.record({ technician, assistant: nobody, bay, chargers }) },
  { weight: 2, arbitrary: fc.record({ technician: nobody, assistant: nobody, bay, chargers }) },
  fc.record({ technician, assistant: technician, bay: fc.option(bay), chargers }),
);
const customer = fc.constantFrom<Customer>('standard', 'standard', 'fleet', null);
const key = fc.constantFrom('a', 'b', 'c', 'd');
const mostly = (yes: boolean): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(yes) }, fc.constant(!yes));

/** Later in this list is rarer in life, too. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant('book'),
      what: fc.constantFrom('meeting', 'service', 'service', 'order', 'order'),
      pick,
      as: fc.constantFrom('requested', 'held', 'held', 'confirmed', 'confirmed', 'confirmed'),
      lanes,
      recording: mostly(false),
      customer,
      limit: fc.constantFrom(null, null, 0, 1),
      ...when,
      ...sent,
    } as const),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('move'),
      pick,
      fits: mostly(true),
      lanes: fc.option(lanes, { freq: 2 }),
      stays: mostly(false),
      findPartner: mostly(true),
      ...when,
      ...sent,
    } as const),
  },
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['confirm', 'confirm', 'start', 'start', 'complete', 'complete', 'cancel', 'noShow'] as const),
        ...(['takeBackStart', 'releaseHold', 'approve', 'approve', 'reject'] as const),
      ),
      pick,
      ago: fc.constantFrom(0, 0, 0, 5, 40, -4, -30),
      fits: mostly(true),
      ...sent,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sweep'), ...sent } as const) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('open'), service: below(3), customer, ...sent } as const) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('hold'),
      key,
      service: below(3),
      lanes,
      customer,
      ...when,
      ...sent,
    } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait'),
      service: below(3),
      order: fc.boolean(),
      pick,
      customer,
      ...sent,
    } as const),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('offer'),
      pick,
      lane: below(5),
      fits: mostly(true),
      ...when,
      ...sent,
    } as const),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('onEntry'),
      what: fc.constantFrom('accept', 'accept', 'decline', 'withdraw'),
      pick,
      ...sent,
    } as const),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirmHold'), pick, key, ...sent } as const) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('fee'),
      what: fc.constantFrom('settle', 'settle', 'waive', 'refund', 'refund'),
      pick,
      ...sent,
    } as const),
  },
  { weight: 15, arbitrary: fc.record({ do: fc.constantFrom('undo', 'undo', 'redo'), ...sent } as const) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('pass'),
      minutes: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 30 }) },
        fc.constantFrom(15, 15, 30, 60, 180, 600),
      ),
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again') } as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('absence'), lane: below(5), ...when, ...sent } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('closure'), day: fc.constantFrom(0, 1, 2, 3, 4, 5, 6), ...sent } as const),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('noAbsence', 'noClosure'), pick, ...sent } as const) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancelOrder'), pick, ...sent } as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('count'), quantity: below(5), ...sent } as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('expect'),
      hour: below(48),
      quantity: fc.integer({ min: 1, max: 3 }),
      ...sent,
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('receive'), pick, ...sent } as const) },
);

/** Up to `longest` steps; every length and every number as likely as the others. */
export function sequences(longest: number): fc.Arbitrary<readonly Step[]> {
  return fc.noBias(fc.array(step, { minLength: 1, maxLength: longest, size: 'max' }));
}
