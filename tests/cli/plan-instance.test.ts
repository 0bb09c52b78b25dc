import { describe, expect, it } from 'vitest';
import { accept, refuse } from '../../core/kernel/outcome.ts';
import { generate, type Instance } from '../fixtures/planning/generate.mjs';
import reference from '../fixtures/planning/reference.json' with { type: 'json' };
import { evaluate, slots, type Plan } from '../fixtures/planning/score.mjs';
import { cli, done, type Heard } from './around.ts';

const instance = generate({ family: 'mixed', size: 'tiny', seed: 2 });
const known = reference.instances as Readonly<Record<string, { readonly optimum?: number }>>;

/** Runs the words with these files at hand; what is written joins them. */
async function onFiles(words: string, files: Record<string, unknown>): Promise<Heard & { files: typeof files }> {
  const heard = await cli(words.split(' '), done, {
    read: async (file) => {
      const value = files[file];
      return value === undefined ? refuse(`${file} cannot be read.`) : accept(textOf(value));
    },
    replace: async (file, text, may) => {
      const old = files[file];
      if (old !== undefined && !may(textOf(old))) return refuse(`${file} is there already and is something else.`);
      files[file] = text;
      return accept(undefined);
    },
  });
  return { ...heard, files };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const planOf = (text: unknown): Plan => JSON.parse(String(text)) as Plan;

describe('laneway plan --instance', () => {
  it('writes a plan that the referee takes, and says what it is worth', async () => {
    const heard = await onFiles('plan --instance i --iterations 4000 --out p --json', { i: instance });
    expect(heard.code).toBe(0);
    const verdict = evaluate(instance, planOf(heard.files['p']));
    expect(verdict.violations).toEqual([]);
    const { value } = JSON.parse(heard.out) as { readonly value: Readonly<Record<string, unknown>> };
    expect(value).toMatchObject({ file: 'p', score: verdict.score, terms: verdict.terms });
    // So little work is looked through whole before the rounds are over.
    expect(value['rounds']).toBeLessThan(4000);
    expect(verdict.score).toBe(known[instance.name]?.optimum);
  });

  it('gives the same plan for the same seed and rounds', async () => {
    const run = () => onFiles('plan --instance i --iterations 300 --seed 5 --out p', { i: instance });
    const [first, second] = [await run(), await run()];
    expect(first.files['p']).toBe(second.files['p']);
  });

  it('ends after its CPU seconds, rounds or not', async () => {
    const heard = await onFiles('plan --instance i --iterations 1000000000 --seconds 0.05 --json', { i: instance });
    const { value } = JSON.parse(heard.out) as { readonly value: { readonly seconds: number } };
    expect(value.seconds).toBeLessThan(5);
    const alone = await onFiles('plan --instance i --seconds 0.05 --json', { i: instance });
    expect(alone.code).toBe(0);
  });

  it('writes over a plan, and over nothing else', async () => {
    const words = 'plan --instance i --iterations 20 --out';
    const over = await onFiles(`${words} p`, { i: instance, p: { assignments: [] } });
    expect(over.code).toBe(0);
    const not = await onFiles(`${words} i`, { i: instance });
    expect([not.code, not.files['i']]).toEqual([1, instance]);
  });

  it('keeps what is fixed', async () => {
    const free = planOf((await onFiles('plan --instance i --iterations 50 --out p', { i: instance })).files['p']);
    const fixed = free.assignments.slice(0, 3);
    const held = { ...instance, fixed };
    const heard = await onFiles('plan --instance i --iterations 300 --seed 4 --out p', { i: held });
    const plan = planOf(heard.files['p']);
    expect(evaluate(held, plan).violations).toEqual([]);
    expect(plan.assignments).toEqual(expect.arrayContaining([...fixed]));
  });
});

describe('laneway plan --prove', () => {
  it('says that there is no better plan, and writes the best', async () => {
    const bays = generate({ family: 'bay', size: 'tiny', seed: 5 });
    const heard = await onFiles('plan --instance i --iterations 1 --prove --out p --json', { i: bays });
    const { value } = JSON.parse(heard.out) as { readonly value: object };
    expect(value).toMatchObject({ score: 413, proof: { status: 'optimal', bound: 413, gap: 0 } });
    expect(evaluate(bays, planOf(heard.files['p']))).toMatchObject({ valid: true, score: 413 });
  });

  it('says why it cannot, and writes the plan all the same', async () => {
    const heard = await onFiles('plan --instance i --iterations 1 --prove --out p --json', { i: instance });
    const { value } = JSON.parse(heard.out) as { readonly value: object };
    expect(heard.code).toBe(0);
    expect(value).toMatchObject({ isBest: false, proof: { status: 'none', why: 'some jobs need no bay' } });
    expect(evaluate(instance, planOf(heard.files['p'])).violations).toEqual([]);
  });

  it('needs no solver where the search has looked through all plans', async () => {
    const heard = await onFiles('plan --instance i --iterations 9000 --prove --out p --json', { i: instance });
    const { value } = JSON.parse(heard.out) as { readonly value: { readonly score: number } };
    const { score } = evaluate(instance, planOf(heard.files['p']));
    expect(value).toMatchObject({ score, isBest: true, proof: { status: 'optimal', bound: score, seconds: 0 } });
  });
});

describe('an instance file that makes no sense', () => {
  const [job] = instance.jobs;
  const [technician] = instance.technicians;
  const [bay] = instance.bays;
  if (job === undefined || technician === undefined || bay === undefined) throw new Error('The instance is empty');
  const [shift] = technician.shifts;
  if (shift === undefined) throw new Error('Nobody works');
  const withJob = (change: object): object => ({
    ...instance,
    jobs: [{ ...job, ...change }, ...instance.jobs.slice(1)],
  });
  const withTechnician = (change: object): object => ({
    ...instance,
    technicians: [{ ...technician, ...change }, ...instance.technicians.slice(1)],
  });

  const cases: readonly (readonly [string, object | string])[] = [
    ['i is not JSON.', '{'],
    ['i: the whole must be given (an object).', '[]'],
    ['i: schema must be "tbs-1".', { ...instance, schema: 'tbs-2' }],
    ['i: grid must be at least 1.', { ...instance, grid: 0 }],
    ['i: jobs.0.duration must be a whole number from 1 to 527040.', withJob({ duration: 1.5 })],
    ['i: jobs.0.duration must be at least 1.', withJob({ duration: 0 })],
    ['i: jobs.0.id must be 0, its place in the list.', withJob({ id: 4 })],
    ['i: jobs.0.priority must be at most 5.', withJob({ priority: 6 })],
    ['i: jobs.0.windows.0 must end after it begins.', withJob({ windows: [[600, 500]] })],
    ['i: jobs.0.preferredTechs.0 must be one of the 3 technicians.', withJob({ preferredTechs: [3] })],
    ['i: jobs.0.site must be given where no bay is wanted.', withJob({ site: null, bayCaps: null })],
    [
      'i: jobs.0.skills.0.skill must be a skill that every technician has a level of.',
      withJob({ skills: [{ skill: 9, level: 1 }] }),
    ],
    ['i: jobs.0.parts.1.part must be named once only.', withJob({ parts: [0, 0].map((part) => ({ part, qty: 1 })) })],
    ['i: technicians.0.home must be one of the', withTechnician({ home: 999 })],
    ['i: technicians.0.shifts.0 must not overlap the one at 1.', withTechnician({ shifts: [shift, shift] })],
    [
      'i: technicians.0.shifts.0.closed.0 must lie inside the shift.',
      withTechnician({ shifts: [{ ...shift, closed: [[0, 2]] }] }),
    ],
    ['i: travel.0 must have', { ...instance, travel: [[0, 1], ...instance.travel.slice(1)] }],
    [
      'i: bays.0.hours.0 must lie at least 10 minutes (the turnover) from the one at 1.',
      {
        ...instance,
        bays: [
          {
            ...bay,
            turnover: 10,
            hours: [
              [420, 600],
              [605, 1080],
            ].map(([start, end]) => ({ day: 0, start, end })),
          },
        ],
      },
    ],
    ['i: fixed.0.job must be one of the 8 jobs.', { ...instance, fixed: [{ job: 8, tech: 0, bay: 0, start: 600 }] }],
    ['i: weights.unassigned must have 6 numbers', { ...instance, weights: { ...instance.weights, unassigned: [] } }],
  ];

  it.each(cases)('is refused: %s', async (sentence, file) => {
    const heard = await onFiles('plan --instance i --iterations 10', { i: file });
    expect([heard.code, heard.out]).toEqual([1, '']);
    expect(heard.said).toContain(sentence);
  });

  it('is refused when a detour would be shorter than the way', async () => {
    const travel = instance.travel.map((row, from) =>
      row.map((minutes, to) => (from === 0 && to === 1 ? 500 : minutes)),
    );
    const heard = await onFiles('plan --instance i --iterations 10', { i: { ...instance, travel } });
    expect(heard.said).toMatch(/i: travel\.0\.1 must not be longer than the way over site \d+\./);
  });

  it('is refused when what is fixed breaks a rule by itself', async () => {
    const at = instance.jobs.findIndex((one) => one.bayCaps === null);
    const fixed = [{ job: at, tech: 0, bay: null, start: 0 }];
    const heard = await onFiles('plan --instance i --iterations 10', { i: { ...instance, fixed } });
    expect([heard.code, heard.said]).toEqual([1, expect.stringMatching(/^i: fixed\.0\.tech must have a technician/)]);
  });

  it('is refused when it is not there', async () => {
    expect((await onFiles('plan --instance i', {})).said).toBe('i cannot be read.\n');
  });
});

describe('laneway suggest --instance', () => {
  it('finds as many places as the referee, and the same cheapest ones', async () => {
    const plan = await somePlan(instance);
    for (const job of instance.jobs.keys()) {
      const heard = await onFiles(`suggest --instance i --plan p --job ${job} --top 3 --json`, {
        i: instance,
        p: plan,
      });
      const { value } = JSON.parse(heard.out) as { readonly value: ReturnType<typeof slots> & { cheapest: object[] } };
      const truth = slots(instance, plan, job, 3);
      expect(value.feasible).toBe(truth.feasible);
      expect(value.cheapest).toMatchObject(truth.top);
    }
  });

  it('refuses a plan that breaks a rule, or names what is not there', async () => {
    const plan = await somePlan(instance);
    const [first, ...rest] = plan.assignments;
    const ask = async (assignments: readonly object[]): Promise<string> =>
      (await onFiles('suggest --instance i --plan p --job 0', { i: instance, p: { assignments } })).said;
    expect(await ask([{ ...first, start: 5000 }, ...rest])).toContain('p: assignments.0.tech must have a technician');
    expect(await ask([{ ...first, job: 99 }, ...rest])).toContain('p: assignments.0.job must be one of the 8 jobs.');
    expect(await ask([...plan.assignments, { ...first }])).toContain('must be planned once only');
    expect(await ask([{ ...first, start: 'noon' }])).toContain('p: assignments.0.start must be a whole number');
  });

  it('refuses a job that is not there', async () => {
    const heard = await onFiles('suggest --instance i --job 8', { i: instance });
    expect([heard.code, heard.said]).toEqual([1, '--job must be one of the 8 jobs of i.\n']);
  });
});

async function somePlan(of: Instance): Promise<Plan> {
  return planOf((await onFiles('plan --instance i --iterations 100 --out p', { i: of })).files['p']);
}
