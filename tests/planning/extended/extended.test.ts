import { describe, expect, it } from 'vitest';
import { search } from '../../../core/planning/plan/search.ts';
import { modelOfInstance } from '../../../core/planning/plan/tbs-instance.ts';
import { generate } from '../../fixtures/planning/generate.mjs';
import { evaluate } from '../../fixtures/planning/score.mjs';
import { assignmentOf, randomInstance } from '../plan/random-instances.ts';
import { expectJudgedWell } from './judged.ts';
import { randomModel } from './random-model.ts';
import { judge } from './referee.ts';

describe('the extended referee', () => {
  it('says what the referee of "tbs-1" says, of plans that keep the rules and of plans that do not', () => {
    for (let seed = 0; seed < 16; seed += 1) {
      const instance = { ...randomInstance(seed), fixed: [] };
      const model = modelOfInstance(instance);
      const { placements } = search(model, { seed, used: (rounds) => rounds / 40 });
      // Every second plan has one job moved to anywhere in its shift.
      const moved = placements.map((one, place) =>
        seed % 2 === 1 && place === seed % placements.length
          ? { ...one, start: (model.shifts.from[one.shift] ?? 0) + instance.grid * (seed % 30) }
          : one,
      );
      const truth = evaluate(instance, { assignments: moved.map((one) => assignmentOf(model, one)) });
      const { faults, cost } = judge(model, moved);
      const isValid = faults.length === 0;
      // What a plan that breaks rules would cost is not asked.
      expect({ seed, isValid, cost: isValid ? cost : null }).toEqual({
        seed,
        isValid: truth.valid,
        cost: truth.valid ? truth.score : null,
      });
    }
  });

  it('finds every planted fault', () => {
    const model = crewModel();
    const { placements } = search(model, { seed: 1, used: (rounds) => rounds / 200 });
    expect(judge(model, placements).faults).toEqual([]);
    const mate = placements.find(({ job }) => (model.jobs.crewOf[job] ?? -1) >= 0);
    const follower = placements.find(({ job }) => (model.jobs.follows[job] ?? -1) >= 0);
    if (mate === undefined || follower === undefined) throw new Error('Nothing to plant a fault in');
    const lead = model.jobs.crewOf[mate.job] ?? -1;
    const first = model.jobs.follows[follower.job] ?? -1;
    const without = (job: number) => placements.filter((one) => one.job !== job);
    const faultsOf = (changed: typeof placements): string => judge(model, changed).faults.join('; ');
    expect(faultsOf(without(mate.job))).toContain(`the crew of job ${lead} is not whole`);
    expect(faultsOf(without(first))).toContain(`job ${follower.job} follows a job that is left out`);
    const later = { ...mate, start: mate.start + model.grid };
    expect(faultsOf([...without(mate.job), later])).toContain(`jobs ${mate.job} and ${lead} do not start at once`);
    const leads = placements.find(({ job }) => job === lead);
    if (leads === undefined) throw new Error('The crew has no lead');
    expect(faultsOf([...without(mate.job), { ...mate, shift: leads.shift }])).toContain('twice in the crew');
    const firstPlace = placements.find(({ job }) => job === first);
    const early = { ...follower, start: firstPlace?.start ?? 0 };
    expect(faultsOf([...without(follower.job), early])).toContain(`begins before job ${first} has ended`);
    expect(faultsOf([...placements, mate])).toContain(`job ${mate.job} is there twice`);
    const none = { ...model, quotas: model.quotas.map((quota) => ({ ...quota, most: 0, jobs: null })) };
    expect(judge(none, placements).faults.join('; ')).toContain('quota 0 has');
    const job = placements[0]?.job ?? 0;
    const empty = {
      ...model,
      pools: [{ capacity: 0, busy: [] }],
      jobs: { ...model.jobs, pools: model.jobs.pools.map((_, at) => (at === job ? [{ pool: 0, units: 1 }] : [])) },
    };
    expect(judge(empty, placements).faults.join('; ')).toContain('pool 0 has 1 of 0 in use');
  });

  it('prices overtime, promises and minutes kept free', () => {
    const plain = modelOfInstance(generate({ family: 'field', size: 'tiny', seed: 3 }));
    const { placements, cost } = search(plain, { seed: 1, used: (rounds) => rounds / 100 });
    const [first] = placements;
    if (first === undefined) throw new Error('Nothing is planned');
    const minutes = placements.reduce((sum, { job }) => sum + (plain.jobs.duration[job] ?? 0), 0);
    const noRegular = { ...plain.shifts, regularTo: plain.shifts.from };
    expect(judge({ ...plain, shifts: noRegular, overtimePerMinute: 3 }, placements).cost).toBe(cost + 3 * minutes);
    const dayLimit = plain.dayLimit.map(() => minutes - 50);
    expect(judge({ ...plain, dayLimit, reservePerMinute: 2 }, placements).cost).toBe(cost + 100);
    const promised = (start: number) =>
      plain.jobs.wishes.map((wishes, job) =>
        job === first.job ? [...wishes, { stretches: Int32Array.of(start, start), cost: 70 }] : wishes,
      );
    const jobs = (start: number) => ({ ...plain, jobs: { ...plain.jobs, wishes: promised(start) } });
    expect(judge(jobs(first.start), placements).cost).toBe(cost);
    expect(judge(jobs(first.start + plain.grid), placements).cost).toBe(cost + 70);
  });
});

describe('plans with crews, order, overtime, promises, reserve, pools and quotas', () => {
  it.each(Array.from({ length: 5 }, (_, part) => part))(
    'keep all rules and cost what they say, ten models, %i',
    (part) => {
      for (let seed = 10 * part; seed < 10 * part + 10; seed += 1) expectJudgedWell(seed);
    },
  );
});

/** The first random model whose plan has a crew and a follower. */
function crewModel(): ReturnType<typeof randomModel> {
  for (let seed = 0; seed < 100; seed += 1) {
    const model = randomModel(seed);
    if (model.fixed.length > 0) continue;
    const { placements } = search(model, { seed: 1, used: (rounds) => rounds / 200 });
    const has = (list: Int32Array): boolean => placements.some(({ job }) => (list[job] ?? -1) >= 0);
    if (has(model.jobs.crewOf) && has(model.jobs.follows)) return model;
  }
  throw new Error('No model has a crew');
}
