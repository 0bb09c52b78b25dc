import { expect } from 'vitest';
import { instanceSlots, type TbsAssignment } from '../../../core/planning/plan/instance-planner.ts';
import { randomFrom, type Random } from '../../../core/planning/plan/random.ts';
import { generate, type Instance } from '../../fixtures/planning/generate.mjs';
import { evaluate, slots } from '../../fixtures/planning/score.mjs';
import { planInRounds } from './solve.ts';

export interface InsertionCase {
  readonly family: 'field' | 'bay' | 'mixed';
  readonly size: 'tiny' | 'small' | 'day150' | 'week1000';
  readonly seed: number;
  /** How many jobs of the plan are asked about. */
  readonly jobs: number;
}

/** Compares with the referee's brute force: how many places there are, the cheapest ten, and the three that differ. */
export function expectSameInsertions(one: InsertionCase): void {
  const instance = generate(one);
  const random = randomFrom(one.seed);
  const assignments = loosen(instance, planInRounds(instance, one.seed, 48).assignments, random);
  for (let turn = 0; turn < one.jobs; turn += 1) {
    const job = (turn * 7 + one.seed) % instance.jobs.length;
    const truth = slots(instance, { assignments }, job, Number.POSITIVE_INFINITY);
    const found = instanceSlots(instance, assignments, job, 10);
    const where = `${instance.name}, job ${job}`;
    expect({ where, feasible: found.feasible }).toEqual({ where, feasible: truth.feasible });
    expect({ where, cheapest: found.cheapest }).toMatchObject({ where, cheapest: truth.top.slice(0, 10) });
    expect({ where, top: found.top.slice(0, 3) }).toMatchObject({ where, top: differing(truth.top, 3) });
    for (const { delta, terms } of found.top) {
      const { unassigned, tardy, travel, notPreferredTech, notPreferredWindow, overload } = terms;
      const sum = unassigned + tardy + travel + notPreferredTech + notPreferredWindow + overload;
      expect({ where, sum }).toEqual({ where, sum: delta });
    }
  }
}

/** Leaves some jobs out and starts others later than need be, so that gaps of every kind are there. */
function loosen(instance: Instance, plan: readonly TbsAssignment[], random: Random): readonly TbsAssignment[] {
  let assignments = plan.filter(() => random.next() < 0.8);
  const tries = instance.jobs.length > 100 ? 10 : 20;
  for (let turn = 0; turn < tries && assignments.length > 0; turn += 1) {
    const moved = random.below(assignments.length);
    const later = instance.grid * (1 + random.below(6));
    const attempt = assignments.map((one, at) => (at === moved ? { ...one, start: one.start + later } : one));
    if (evaluate(instance, { assignments: attempt }).valid) assignments = attempt;
  }
  return assignments;
}

type Slot = ReturnType<typeof slots>['top'][number];

/** The best that are on another technician, in another half day, or at least an hour apart, each from all before it. */
function differing(all: readonly Slot[], count: number): readonly Slot[] {
  const chosen: Slot[] = [];
  for (const one of all) {
    if (chosen.length === count) break;
    const isOther = ({ tech, start }: Slot): boolean =>
      tech !== one.tech || Math.abs(start - one.start) >= 60 || Math.floor(start / 720) !== Math.floor(one.start / 720);
    if (chosen.every((other) => isOther(other))) chosen.push(one);
  }
  return chosen;
}
