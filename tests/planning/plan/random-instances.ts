import { search } from '../../../core/planning/plan/search.ts';
import type { PlanPlacement } from '../../../core/planning/plan/model.ts';
import { randomFrom, type Random } from '../../../core/planning/plan/random.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { generate, SIZES, type Instance } from '../../fixtures/planning/generate.mjs';
import { evaluate, type Assignment } from '../../fixtures/planning/score.mjs';

const FAMILIES = ['field', 'bay', 'mixed'] as const;

/**
 * An instance of any family and size, bent in ways that the generator does not know: parts that are short and come late,
 * shifts and bay hours in two pieces, few jobs a day, and bookings that may not move, some later than they need be.
 */
export function randomInstance(seed: number): Instance {
  const random = randomFrom(seed);
  const between = (low: number, high: number): number => low + random.below(high - low + 1);
  const family = FAMILIES[seed % FAMILIES.length] ?? 'mixed';
  const size = {
    techs: between(2, 8),
    bays: between(1, 5),
    jobs: between(4, 36),
    days: between(1, 3),
    grid: [5, 10, 15][random.below(3)],
    shops: between(1, 2),
    area: between(10, 60),
  };
  Object.assign(SIZES, { board: size });
  const plain = generate({ family, size: 'board', seed });
  return withFixed(bent(plain, random), seed, random);
}

function bent(instance: Instance, random: Random): Instance {
  const chance = (share: number): boolean => random.next() < share;
  const isShort = chance(0.4);
  const inTwo = chance(0.3);
  const most = chance(0.3) ? 1 + random.below(4) : 6;
  return {
    ...instance,
    name: `random ${instance.name}`,
    parts: instance.parts.map((part) => ({
      ...part,
      lots: isShort
        ? [
            { at: 0, qty: random.below(3) },
            { at: 500 + random.below(400), qty: 1 + random.below(2) },
          ]
        : part.lots,
    })),
    technicians: instance.technicians.map((one) => ({
      ...one,
      maxJobsPerDay: most,
      shifts: inTwo ? one.shifts.flatMap((shift) => halves(shift)) : one.shifts,
    })),
    bays: instance.bays.map((bay) => ({
      ...bay,
      hours: inTwo
        ? bay.hours.flatMap(({ day, start, end }) => [
            { day, start, end: day * 1440 + 700 },
            { day, start: day * 1440 + 735, end },
          ])
        : bay.hours,
    })),
  };
}

type Shift = Instance['technicians'][number]['shifts'][number];

/** Before and after the first closed time, which stays a little longer. */
function halves(shift: Shift): readonly Shift[] {
  const [lunch, ...closed] = shift.closed;
  if (lunch === undefined || lunch[0] <= shift.start || lunch[1] + 10 >= shift.end) return [shift];
  const later = closed.filter(([from]) => from >= lunch[1] + 10);
  return [
    { ...shift, end: lunch[0], closed: [] },
    { ...shift, start: lunch[1] + 10, closed: later },
  ];
}

function withFixed(instance: Instance, seed: number, random: Random): Instance {
  if (random.next() < 0.4) return instance;
  let fixed: readonly Assignment[] = planOf(instance, seed + 1, 20).filter(() => random.next() < 0.4);
  // Dropped jobs and later starts leave a plan that no search would give.
  for (let turn = 0; turn < 10 && fixed.length > 0; turn += 1) {
    const moved = random.below(fixed.length);
    const later = instance.grid * (1 + random.below(8));
    const attempt = fixed.map((one, at) => (at === moved ? { ...one, start: one.start + later } : one));
    if (evaluate(instance, { assignments: attempt }).valid) fixed = attempt;
  }
  return evaluate(instance, { assignments: fixed }).valid ? { ...instance, fixed } : instance;
}

function planOf(instance: Instance, seed: number, rounds: number): readonly Assignment[] {
  const model = modelOfInstance(instance);
  const { placements } = search(model, { seed, used: (done) => done / rounds });
  return placements.map((one) => assignmentOf(model, one));
}

/** A placement as the referee reads it. */
export function assignmentOf(
  { shifts, bayDays }: ReturnType<typeof modelOfInstance>,
  { job, shift, bayDay, start }: PlanPlacement,
): Assignment {
  return { job, tech: shifts.technician[shift] ?? -1, bay: bayDay < 0 ? null : (bayDays.bay[bayDay] ?? -1), start };
}
