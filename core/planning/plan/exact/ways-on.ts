import { NEVER, NONE, type ShiftChoices } from '../model.ts';
import type { Insertion } from '../moves.ts';
import { partsFrom } from '../parts.ts';
import { quotasAllow } from '../state.ts';
import type { Workbench } from '../workbench.ts';
import { bayClasses, usedUntil } from './bay-classes.ts';

/** Every place for every job that is left out, behind what is placed or beside what is fixed. Whether it fits is not asked. */
export function waysOn(bench: Workbench): readonly Insertion[] {
  const { model, state } = bench;
  const found: Insertion[] = [];
  for (let job = 0; job < model.jobs.count; job += 1) {
    if (state.shift[job] !== NONE) continue;
    const first = model.jobs.follows[job] as number;
    if (first === NONE || state.shift[first] !== NONE) addWays(bench, job, found);
  }
  return found;
}

function addWays(bench: Workbench, job: number, found: Insertion[]): void {
  const { state, model, users } = bench;
  const { jobs, shifts } = model;
  const parts = partsFrom(state, users, job);
  if (parts >= NEVER) return;
  const choices = jobs.choices[job] as ShiftChoices;
  for (const [choice, shift] of choices.shifts.entries()) {
    if ((state.count[shift] as number) >= (shifts.mostJobs[shift] as number)) continue;
    if (!quotasAllow(state, job, shift)) continue;
    const inBays = bayPlaces(bench, job, shifts.day[shift] as number);
    for (const previous of endPlaces(bench, state.first[shift] as number, state.next))
      for (const place of inBays)
        found.push({ job, choice, shift, previous, ...place, wanted: -NEVER, latest: NEVER, parts });
  }
}

type BayPlace = Pick<Insertion, 'site' | 'bayDay' | 'previousInBay'>;

/** Of bays that are alike and equally long in use one is enough. */
function bayPlaces(bench: Workbench, job: number, day: number): readonly BayPlace[] {
  const { state, model } = bench;
  const { jobs, bayDays } = model;
  const own = jobs.site[job] as number;
  const all = jobs.bayDays[job] ?? null;
  if (all === null) return [{ site: own, bayDay: NONE, previousInBay: NONE }];
  const classes = bayClasses(model);
  const seen = new Set<string>();
  const found: BayPlace[] = [];
  for (const bayDay of all) {
    if (bayDays.day[bayDay] !== day) continue;
    const use = `${classes[bayDay]} ${usedUntil(bench, bayDay)}`;
    if (seen.has(use)) continue;
    seen.add(use);
    const site = own === NONE ? (bayDays.site[bayDay] as number) : own;
    for (const previousInBay of endPlaces(bench, state.firstInBay[bayDay] as number, state.nextInBay))
      found.push({ site, bayDay, previousInBay });
  }
  return found;
}

/** Behind the last job that is not fixed, and behind each fixed one after it. */
function endPlaces({ isFixed }: Workbench, first: number, next: Int32Array): readonly number[] {
  let found = [NONE];
  for (let job = first; job !== NONE; job = next[job] as number) {
    if (isFixed[job] === 0) found = [];
    found.push(job);
  }
  return found;
}
