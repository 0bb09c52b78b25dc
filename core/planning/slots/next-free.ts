import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { Lane } from '../../domain/board/lanes.ts';
import { bayClaimed } from '../../domain/rules/bay-capable.ts';
import { emptyCandidate, heldBy } from '../../domain/rules/candidate.ts';
import { judgeCandidate } from '../../domain/rules/judge.ts';
import { resourceFree, teamSpares } from '../../domain/rules/resource-free.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import { firstClear, isBroken, probeOf, type Probe } from './lane-starts.ts';
import { DEFAULT_STEP } from './search.ts';
import { startAt, startGridOf, type StartGrid } from './start-grid.ts';
import { claimsOn, lanesFor, needsOfWish, type NextFree, type NextFreeRequest } from './wish.ts';

const WORK_RULES = RULEBOOK.filter((rule) => rule.asks === 'work' && rule !== bayClaimed);
/** All that can be wrong with several resources together and with none of them alone. */
const TOGETHER = [teamSpares, resourceFree];

interface Hunt {
  readonly index: BusyIndex;
  readonly request: NextFreeRequest;
  readonly grid: StartGrid;
  /** Those that count. */
  readonly workRules: typeof WORK_RULES;
  /** For each wish, whatever may answer it. */
  readonly probes: readonly (readonly Probe[])[];
}

/**
 * The first start on the grid at which every wish has a resource of its own and no booking rule says anything against it,
 * not even a caution. Exact: the same as asking the rulebook about every start and every choice. Null when there is none
 * in the facts' days.
 */
export function nextFreeSlot(index: BusyIndex, request: NextFreeRequest): NextFree | null {
  const grid = startGridOf(index.context, request.step ?? DEFAULT_STEP, request.within ?? null);
  const workRules = WORK_RULES.filter((rule) => severityOf(rule, index.context.policy) !== 'clear');
  const hunt: Hunt = { index, request, grid, workRules, probes: probesOf(index, request, grid) };
  const groups = groupsOf(hunt.probes);
  let start = 0;
  while (start < grid.count) {
    const until = shortUntil(groups, start);
    if (until !== null) {
      start = until;
      continue;
    }
    const lanes = workIsClear(hunt, start) ? chosenAt(hunt, start) : null;
    if (lanes !== null) return slotOf(hunt, start, lanes);
    start += 1;
  }
  return null;
}

/** Wishes for the same, as one: what may answer them, and how many are wanted. */
interface Group {
  readonly probes: readonly Probe[];
  readonly wanted: number;
}

function groupsOf(probes: Hunt['probes']): Group[] {
  return [...new Set(probes)].map((list) => ({ probes: list, wanted: probes.filter((one) => one === list).length }));
}

/** Wishes for the same share their probes: what is known of a lane is known once. */
function probesOf(index: BusyIndex, request: NextFreeRequest, grid: StartGrid): Hunt['probes'] {
  const known = new Map<string, readonly Probe[]>();
  return request.wishes.map((wish) => {
    const key = JSON.stringify(wish);
    const needs = needsOfWish(wish, request, index.context.now);
    const probes = known.get(key) ?? lanesFor(wish, index).map((lane) => probeOf(lane, wish, needs, index, grid));
    known.set(key, probes);
    return probes;
  });
}

function slotOf({ grid, request }: Hunt, start: number, lanes: readonly Lane[]): NextFree {
  const from = startAt(grid, start);
  return { start: from, end: addMinutes(from, request.duration), claims: claimsOn(request.wishes, lanes) };
}

function workIsClear({ index, request, grid, workRules }: Hunt, start: number): boolean {
  const from = startAt(grid, start);
  const time = { start: from, end: addMinutes(from, request.duration) };
  const at = emptyCandidate(needsOfWish(null, request, index.context.now), index, time, false);
  return !workRules.some((rule) => isBroken(rule, at, index));
}

/**
 * Looks at each group alone: `short` with the first start at which it could have enough, when one has too few now. The
 * group that was short is asked first next time, so the plentiful ones are hardly asked at all.
 */
function shortUntil(groups: Group[], start: number): number | null {
  for (const [place, group] of groups.entries()) {
    const later: number[] = [];
    let free = 0;
    for (const probe of group.probes) {
      const clear = firstClear(probe, start);
      if (clear === start) free += 1;
      else later.push(clear);
      if (free === group.wanted) break;
    }
    if (free === group.wanted) continue;
    groups.splice(place, 1);
    groups.unshift(group);
    // Until so many more have become free there are too few: those who are free now can only leave.
    return later.toSorted((a, b) => a - b)[group.wanted - free - 1] ?? Infinity;
  }
  return null;
}

/** A resource for each wish; null when those that are free are too few for all or do not go together. */
function chosenAt(hunt: Hunt, start: number): readonly Lane[] | null {
  const free = hunt.probes.map((probes) =>
    probes.filter((probe) => firstClear(probe, start) === start).map((probe) => probe.lane),
  );
  const matched = matching(free);
  if (matched === null) return null;
  return goTogether(hunt, start, matched) ? matched : tryAll(hunt, start, free, []);
}

/** A different lane for each wish, by augmenting paths; null when there are not enough. */
function matching(free: readonly (readonly Lane[])[]): readonly Lane[] | null {
  const taken = new Map<Lane, number>();
  const place = (wish: number, seen: Set<Lane>): boolean => {
    for (const lane of free[wish] ?? []) {
      if (seen.has(lane)) continue;
      seen.add(lane);
      const holder = taken.get(lane);
      if (holder !== undefined && !place(holder, seen)) continue;
      taken.set(lane, wish);
      return true;
    }
    return false;
  };
  // The first wish comes last, so that it has the first choice.
  for (const wish of [...free.keys()].toReversed()) if (!place(wish, new Set())) return null;
  const lanes: Lane[] = [];
  for (const [lane, wish] of taken) lanes[wish] = lane;
  return lanes;
}

function goTogether({ index, request, grid }: Hunt, start: number, lanes: readonly Lane[]): boolean {
  if (lanes.length < 2 || index.teamsOf.size === 0) return true;
  const from = startAt(grid, start);
  const time = { start: from, end: addMinutes(from, request.duration) };
  const at = emptyCandidate(needsOfWish(null, request, index.context.now), index, time, false);
  const claims = claimsOn(request.wishes, lanes);
  return judgeCandidate({ ...at, ...heldBy(claims, index) }, index, TOGETHER).level === 'clear';
}

/** Every choice in turn: only teams and their members can go wrong together, so it is rare and small. */
function tryAll(
  hunt: Hunt,
  start: number,
  free: readonly (readonly Lane[])[],
  chosen: readonly Lane[],
): readonly Lane[] | null {
  if (!goTogether(hunt, start, chosen)) return null;
  const options = free[chosen.length];
  if (options === undefined) return chosen;
  for (const lane of options) {
    if (chosen.includes(lane)) continue;
    const found = tryAll(hunt, start, free, [...chosen, lane]);
    if (found !== null) return found;
  }
  return null;
}
