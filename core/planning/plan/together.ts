import { evaluate } from './evaluate.ts';
import { emptyEvaluation, type Evaluation } from './evaluator.ts';
import { NEVER, NONE, type ShiftChoices, type Stretches } from './model.ts';
import { insertJob } from './moves.ts';
import { poolReleases, poolsFree } from './pools.ts';
import { startFrom } from './choice-rows.ts';
import type { Workbench } from './workbench.ts';

/** Starts that are tried by chance, besides those at which somebody comes free. */
const BY_CHANCE = 6;

/** True for work whose start several have to agree on: a crew, or whatever else is used with it. */
export function isTogether({ model: { jobs }, mates }: Workbench, job: number): boolean {
  return (mates[job] as Int32Array).length > 0 || (jobs.pools[job] ?? []).length > 0;
}

/**
 * Places a job with its crew and what it uses, all pinned to one start: the cheapest of the starts at which somebody or
 * something comes free, and of some by chance. 'left out' when none is worth it: then nothing has changed.
 */
export function placeTogether(bench: Workbench, job: number, parts: number): 'placed' | 'left out' | 'broken' {
  const crew = [job, ...(bench.mates[job] as Int32Array)];
  let least = bench.model.jobs.penalty[job] as number;
  let chosen = NEVER;
  for (const start of startsToTry(bench, crew, parts)) {
    if (!poolsFree(bench.state, bench.poolUsers, job, start)) continue;
    let cost = 0;
    const taken: number[] = [];
    for (const one of crew)
      cost += cost < least ? cheapestAt(bench, one, start, one === job ? parts : -NEVER, taken) : 0;
    if (cost >= least) continue;
    least = cost;
    chosen = start;
  }
  if (chosen === NEVER) return 'left out';
  const taken: number[] = [];
  for (const one of crew) {
    if (cheapestAt(bench, one, chosen, one === job ? parts : -NEVER, taken) >= NEVER) return 'broken';
    if (!insertJob(bench.state, cheapest)) return 'broken';
  }
  return 'placed';
}

const scratch = emptyEvaluation();
const cheapest: Evaluation = emptyEvaluation();

/** Fills `cheapest` for that very start, on none of the technicians taken; adds the one found to them. Answers the cost. */
function cheapestAt(bench: Workbench, job: number, start: number, parts: number, taken: number[]): number {
  const { model, around } = bench;
  const { shifts } = model.jobs.choices[job] as ShiftChoices;
  let least = NEVER;
  around.pin = start;
  for (let choice = 0; choice < shifts.length; choice += 1) {
    if (taken.includes(model.shifts.technician[shifts[choice] as number] as number)) continue;
    evaluate(around, job, choice, parts, scratch);
    if (scratch.cost >= least) continue;
    least = scratch.cost;
    Object.assign(cheapest, scratch);
  }
  around.pin = NONE;
  if (least < NEVER) taken.push(model.shifts.technician[cheapest.shift] as number);
  return least;
}

function startsToTry(bench: Workbench, crew: readonly number[], parts: number): Iterable<number> {
  const { model, state, around, random } = bench;
  const { grid, jobs } = model;
  const lead = crew[0] as number;
  const tried = new Set<number>();
  const { starts } = jobs.choices[lead] as ShiftChoices;
  for (const one of crew) {
    const choices = jobs.choices[one] as ShiftChoices;
    for (let choice = 0; choice < choices.shifts.length; choice += 1) {
      evaluate(around, one, choice, parts, scratch);
      if (scratch.cost < NEVER) tried.add(scratch.start);
    }
  }
  for (const release of poolReleases(state, bench.poolUsers, lead))
    tried.add(Math.ceil((release + (jobs.before[lead] as number)) / grid) * grid);
  for (const { stretches } of jobs.wishes[lead] ?? []) if (stretches.length > 0) tried.add(stretches[0] as number);
  for (let more = 0; more < BY_CHANCE && starts.length > 0; more += 1) {
    const stretches = starts[random.below(starts.length)] as Stretches;
    const pair = 2 * random.below(stretches.length / 2);
    const low = stretches[pair] as number;
    tried.add(startFrom(stretches, low + random.below((stretches[pair + 1] as number) - low + 1), grid));
  }
  return tried;
}
