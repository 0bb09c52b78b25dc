import { describe, expect, it } from 'vitest';
import { instanceSlots } from '../../../core/planning/plan/instance-planner.ts';
import { generate, type Instance } from '../../fixtures/planning/generate.mjs';
import { evaluate, slots } from '../../fixtures/planning/score.mjs';
import { planInRounds } from './solve.ts';

const base = generate({ family: 'mixed', size: 'tiny', seed: 1 });
const none = [0, 0, 0, 0, 0, 0];

const cases: readonly (readonly [string, Instance])[] = [
  ['no jobs', { ...base, jobs: [] }],
  ['one job', { ...base, jobs: base.jobs.slice(0, 1) }],
  ['no technicians', { ...base, technicians: [] }],
  ['no bays', { ...base, bays: [] }],
  ['no shifts', { ...base, technicians: base.technicians.map((one) => ({ ...one, shifts: [] })) }],
  ['no windows', { ...base, jobs: base.jobs.map((job) => ({ ...job, windows: [] })) }],
  ['no job a day', { ...base, technicians: base.technicians.map((one) => ({ ...one, maxJobsPerDay: 0 })) }],
  ['no stock', { ...base, parts: base.parts.map((part) => ({ ...part, lots: [] })) }],
  [
    'nothing that costs',
    {
      ...base,
      weights: {
        unassigned: none,
        tardyPerMin: none,
        travelPerMin: 0,
        notPreferredTech: 0,
        notPreferredWindow: 0,
        overloadPerMin: 0,
      },
    },
  ],
  ['a grid of 7 minutes', { ...base, grid: 7 }],
  [
    'windows that overlap and are not in order',
    {
      ...base,
      jobs: base.jobs.map((job) => ({
        ...job,
        windows: [
          [600, 1440],
          [0, 700],
          [650, 660],
        ],
      })),
    },
  ],
  [
    'closed times that are not in order',
    {
      ...base,
      technicians: base.technicians.map((one) => ({
        ...one,
        shifts: one.shifts.map((shift) => ({
          ...shift,
          closed: [
            [900, 930],
            [700, 730],
          ],
        })),
      })),
    },
  ],
];

describe('an instance with', () => {
  it.each(cases)('%s has a valid plan, and the slots of the brute force', (_name, instance) => {
    const { assignments, score, leftOut } = planInRounds(instance, 1, 300);
    const verdict = evaluate(instance, { assignments });
    expect(verdict.violations).toEqual([]);
    expect(score).toBe(verdict.score);
    expect(leftOut.length + assignments.length).toBe(instance.jobs.length);
    for (const job of instance.jobs.keys()) {
      const truth = slots(instance, { assignments }, job, 3);
      expect(instanceSlots(instance, assignments, job, 3)).toMatchObject({
        feasible: truth.feasible,
        cheapest: truth.top,
      });
    }
  });
});
