import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { Lane } from '../../domain/board/lanes.ts';
import { bayClaimed } from '../../domain/rules/bay-capable.ts';
import { emptyCandidate, heldBy } from '../../domain/rules/candidate.ts';
import { judgeCandidate } from '../../domain/rules/judge.ts';
import { resourceFree, teamSpares } from '../../domain/rules/resource-free.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import { firstClear, probeOf, type Probe } from './lane-starts.ts';
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
  const probes = request.wishes.map((wish) => {
    const needs = needsOfWish(wish, request, index.context.now);
    return lanesFor(wish, index).map((lane) => probeOf(lane, wish, needs, index, grid));
  });
  const hunt: Hunt = { index, request, grid, probes };
  let start = 0;
  while (start < grid.count) {
    const lanes = workIsClear(hunt, start) ? chosenAt(hunt, start) : 'not-now';
    if (typeof lanes === 'object') return slotOf(hunt, start, lanes);
    start = lanes === 'too-few' ? nextChange(hunt, start) : start + 1;
  }
  return null;
}

function slotOf({ grid, request }: Hunt, start: number, lanes: readonly Lane[]): NextFree {
  const from = startAt(grid, start);
  return { start: from, end: addMinutes(from, request.duration), claims: claimsOn(request.wishes, lanes) };
}

function workIsClear({ index, request, grid }: Hunt, start: number): boolean {
  const from = startAt(grid, start);
  const time = { start: from, end: addMinutes(from, request.duration) };
  const at = emptyCandidate(needsOfWish(null, request, index.context.now), index, time, false);
  return judgeCandidate(at, index, WORK_RULES).level === 'clear';
}

/** The first later start at which somebody can who cannot now: until then there are only fewer. */
function nextChange({ probes, grid }: Hunt, start: number): number {
  let next = grid.count;
  for (const probe of probes.flat()) {
    const clear = firstClear(probe, start);
    if (clear > start && clear < next) next = clear;
  }
  return next;
}

/** A resource for each wish; `too-few` when there are not enough, `not-now` when those there are do not go together. */
function chosenAt(hunt: Hunt, start: number): readonly Lane[] | 'too-few' | 'not-now' {
  const free: (readonly Lane[])[] = [];
  for (const probes of hunt.probes) {
    const lanes = probes.filter((probe) => firstClear(probe, start) === start).map((probe) => probe.lane);
    if (lanes.length === 0) return 'too-few';
    free.push(lanes);
  }
  const matched = matching(free);
  if (matched === null) return 'too-few';
  if (goTogether(hunt, start, matched)) return matched;
  return tryAll(hunt, start, free, []) ?? 'not-now';
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
