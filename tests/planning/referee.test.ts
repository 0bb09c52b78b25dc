import { describe, expect, it } from 'vitest';
import { judge } from '../../core/domain/rules/judge.ts';
import { minutes, minutesBetween } from '../../core/domain/time/instant.ts';
import { roomFor } from '../../core/planning/slots/candidates.ts';
import { searchOf } from '../../core/planning/slots/search.ts';
import { startAt } from '../../core/planning/slots/start-grid.ts';
import { collectStarts } from '../../core/planning/slots/technician-starts.ts';
import { generate, type Instance, type InstanceJob } from '../fixtures/planning/generate.mjs';
import { evaluate, slots, type Assignment } from '../fixtures/planning/score.mjs';
import { indexOf, moment, needsOf, placementOf } from './instance-context.ts';
import { dice, type Dice } from './random-context.ts';

const FAMILIES = ['field', 'bay', 'mixed'] as const;
const SIZES = ['tiny', 'small'] as const;
const PEOPLE = ['skills', 'forbidden-technician', 'promised-window', 'on-shift', 'technician-free', 'daily-maximum'];
const SHOP_ALONE = ['bay-capable', 'bay-open', 'bay-free', 'parts-there'];

/** Mostly sensible, so that all rules get their turn at being the only one broken. */
function randomAssignment(throws: Dice, instance: Instance, job: InstanceJob): Assignment {
  const skilled = instance.technicians.filter((one) =>
    job.skills.every((need) => (one.skills[need.skill] ?? 0) >= need.level),
  );
  const capable = instance.bays.filter((one) => job.bayCaps?.every((capability) => one.caps.includes(capability)));
  const [from, to] = throws.chance(80) ? throws.pick(job.windows) : [360, 1140];
  const start =
    instance.grid *
    throws.int(Math.ceil(Math.max(from, 420) / instance.grid), Math.floor(Math.min(to, 1080) / instance.grid));
  return {
    job: job.id,
    tech: throws.pick(throws.chance(85) && skilled.length > 0 ? skilled : instance.technicians).id,
    bay:
      job.bayCaps === null ? null : throws.pick(throws.chance(90) && capable.length > 0 ? capable : instance.bays).id,
    start,
  };
}

function withMaximum(instance: Instance, maxJobsPerDay: number): Instance {
  return { ...instance, technicians: instance.technicians.map((one) => ({ ...one, maxJobsPerDay })) };
}

/** Grows a valid plan at random and hands every attempt to `meet`. */
function growPlan(
  throws: Dice,
  instance: Instance,
  meet: (plan: readonly Assignment[], attempt: Assignment, job: InstanceJob, valid: boolean) => void,
): readonly Assignment[] {
  const plan: Assignment[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (const job of instance.jobs) {
      if (plan.some((one) => one.job === job.id)) continue;
      const attempt = randomAssignment(throws, instance, job);
      const { valid } = evaluate(instance, { assignments: [...plan, attempt] });
      meet(plan, attempt, job, valid);
      if (valid && throws.chance(70)) plan.push(attempt);
    }
  }
  return plan;
}

describe('the rulebook and the independent referee', () => {
  for (const family of FAMILIES) {
    it(`agree about every placement on a valid plan, family ${family}`, () => {
      let good = 0;
      let bad = 0;
      const seen = new Set<string>();
      for (const size of SIZES) {
        for (let seed = 1; seed <= 20; seed += 1) {
          const instance = withMaximum(generate({ family, size, seed }), seed % 2 === 0 ? 2 : 6);
          growPlan(dice(seed), instance, (plan, attempt, job, valid) => {
            const verdict = judge(placementOf(job, attempt), needsOf(instance, job), indexOf(instance, plan));
            const why = verdict.reasons.map((one) => one.reason.rule);
            expect({ size, seed, attempt, why, fits: verdict.level !== 'block' }).toMatchObject({ fits: valid });
            for (const rule of why) seen.add(rule);
            if (valid) good += 1;
            else bad += 1;
          });
        }
      }
      expect(good).toBeGreaterThan(200);
      expect(bad).toBeGreaterThan(500);
      for (const rule of [...PEOPLE, ...(family === 'bay' ? SHOP_ALONE : ['travel-fits'])])
        expect(seen).toContain(rule);
    });
  }

  it('count the same technicians and starts for one job on a plan', () => {
    let found = 0;
    for (const family of FAMILIES) {
      for (let seed = 1; seed <= 12; seed += 1) {
        const instance = generate({ family, size: seed % 3 === 0 ? 'small' : 'tiny', seed });
        const plan = growPlan(dice(seed), instance, () => undefined).slice(0, -2);
        const open = instance.jobs.filter((job) => plan.every((one) => one.job !== job.id)).slice(0, 3);
        for (const job of open) {
          const listed = slots(instance, { assignments: plan }, job.id, Infinity).top;
          const expected = new Set(listed.map((one) => `${one.tech} ${one.start}`));
          const search = searchOf(indexOf(instance, plan), {
            needs: needsOf(instance, job),
            count: 3,
            step: minutes(instance.grid),
          });
          const candidates = roomFor(2000);
          for (const [position, lane] of search.index.technicians.entries())
            collectStarts(search, position, lane, candidates);
          const quick = Array.from({ length: candidates.count }, (_, one) => {
            const start = minutesBetween(moment(0), startAt(search.grid, candidates.start[one] ?? 0));
            return `${candidates.technician[one]} ${start}`;
          });
          expect(new Set(quick)).toEqual(expected);
          found += quick.length;
        }
      }
    }
    expect(found).toBeGreaterThan(500);
  });
});
