import { crowdedAt } from '../../domain/board/busy-list.ts';
import { nextOn, previousOn, type LaneShift, type TechnicianLane } from '../../domain/board/lanes.ts';
import { balanceCost, preferenceCost } from '../../domain/board/placement-cost.ts';
import { openBetween, touches } from '../../domain/board/stretches.ts';
import { isLimited, technicianLimit } from '../../domain/rules/capacity-limit.ts';
import { dailyMaximum } from '../../domain/rules/daily-maximum.ts';
import { forbiddenTechnician } from '../../domain/rules/forbidden-technician.ts';
import { onShift } from '../../domain/rules/on-shift.ts';
import { teamSpares } from '../../domain/rules/resource-free.ts';
import { skills } from '../../domain/rules/skills.ts';
import { travelFits } from '../../domain/rules/travel-fits.ts';
import { MINUTE } from '../../domain/time/instant.ts';
import { put, type Candidates } from './candidates.ts';
import { candidateAt, costOfStart, severity, workMayStart, type Search } from './search.ts';
import { gridCeil, gridFloor } from './start-grid.ts';

/** How one technician fared. */
export interface Fate {
  readonly feasible: number;
  readonly examined: number;
  /** The start that came furthest through the rules, -1 when no start lies in a shift. */
  readonly furthest: number;
}

/** How far a start came: the position of the first thing against it. */
const WORK = 1;
const CLOSED = 2;
const BUSY = 3;
const FULL = 4;
const DRIVE = 5;
const PERSON = 6;
const BAY = 7;

/** The grid numbers at which work would lie inside the shift, ends included. */
export function startsIn(search: Search, shift: LaneShift): { readonly first: number; readonly last: number } {
  const { needs, grid } = search;
  return {
    first: gridCeil(grid, shift.from + needs.before * MINUTE),
    last: gridFloor(grid, shift.to - (needs.duration + needs.after) * MINUTE),
  };
}

/**
 * Looks at every start inside every shift of one technician and keeps the feasible ones. It says what the technician's
 * booking rules say, on the same look-ups, but computes numbers only; a property test holds the two together.
 */
export function collectStarts(search: Search, position: number, lane: TechnicianLane, into: Candidates): Fate {
  const before = into.count;
  const watch: Watch = { examined: 0, furthest: -1, depth: 0 };
  const skillsEnd = lane.facts.skills.some((skill) => skill.expiresOn !== null);
  for (const shift of lane.shifts) collectShift(search, { position, lane, skillsEnd }, shift, into, watch);
  return { feasible: into.count - before, examined: watch.examined, furthest: watch.furthest };
}

interface Watch {
  examined: number;
  furthest: number;
  depth: number;
}

/** What breaking a rule costs: nothing when switched off, much as a caution, everything as a block. */
function priceOf(search: Search, rule: Parameters<typeof severity>[1]): number {
  switch (severity(search, rule)) {
    case 'clear':
      return 0;
    case 'caution':
      return search.index.costs.caution;
    case 'block':
      return Infinity;
  }
}

/** Price of being forbidden or lacking a skill on the day of `start`. */
function personPrice(search: Search, lane: TechnicianLane, start: number): number {
  const at = candidateAt(search, start);
  const held = { lane, units: 1 };
  const forbidden =
    forbiddenTechnician.judge(held, at, search.index) === null ? 0 : priceOf(search, forbiddenTechnician);
  return forbidden + (skills.judge(held, at, search.index) === null ? 0 : priceOf(search, skills));
}

function collectShift(search: Search, person: Person, shift: LaneShift, into: Candidates, watch: Watch): void {
  const { first, last } = startsIn(search, shift);
  if (last < first) return;
  const { needs } = search;
  const { costs } = search.index;
  const { lane } = person;
  const fixed = person.skillsEnd ? 0 : personPrice(search, lane, first);
  if (fixed === Infinity) return;
  const day: Day = {
    ...person,
    shift,
    cost: preferenceCost(needs, lane, costs) + balanceCost(shift, needs.duration, costs) + fixed,
    full: shift.bookedCount >= lane.facts.dailyMaximum ? priceOf(search, dailyMaximum) : 0,
    limited: isLimited(lane.facts.id, search.index) ? priceOf(search, technicianLimit) : 0,
    inTeam: search.index.teamsOf.has(lane.facts.id),
    closed: priceOf(search, onShift),
    drive: priceOf(search, travelFits),
    legs: { previous: -2, next: -2, there: 0, away: 0, saved: 0, free: 0, until: 0, reached: false },
  };
  for (let start = first; start <= last; start += 1) {
    watch.examined += 1;
    const depth = tryStart(search, day, start, into);
    if (depth <= watch.depth) continue;
    watch.depth = depth;
    watch.furthest = start;
  }
}

interface Person {
  readonly position: number;
  readonly lane: TechnicianLane;
  /** True when a skill has a last day, so that it has to be asked for at every start. */
  readonly skillsEnd: boolean;
}

/** One shift with what is the same for all its starts. */
interface Day extends Person {
  readonly shift: LaneShift;
  readonly cost: number;
  readonly full: number;
  /** What it costs where a capacity limit about this technician is reached. */
  readonly limited: number;
  readonly inTeam: boolean;
  readonly closed: number;
  readonly drive: number;
  readonly legs: Legs;
}

/** Puts the start among the candidates and gives 0, or gives how far it came. */
function tryStart(search: Search, day: Day, start: number, into: Candidates): number {
  const { lane, legs } = day;
  const { needs, grid } = search;
  // Plain locals: an object for each start would cost more than the look-ups.
  const from = grid.first + start * grid.step - needs.before * MINUTE;
  const to = from + (needs.before + needs.duration + needs.after) * MINUTE;
  if (!workMayStart(search, start)) return WORK;
  const rest = touches(lane.closed, from, to) ? day.closed : 0;
  if (rest === Infinity) return CLOSED;
  if (crowdedAt(lane.busy, from, to, lane.facts.capacity - 1) >= 0) return BUSY;
  if (day.inTeam && !isSpared(search, lane, start)) return BUSY;
  if (day.full === Infinity) return FULL;
  const limit = day.limited === 0 ? 0 : limitPrice(search, day, start);
  if (limit === Infinity) return FULL;
  updateLegs(search, day, from, to);
  // Within one gap a later start has more time to get there, so that side is asked until it fits once.
  legs.reached ||= openBetween(lane.closed, legs.free, from) >= legs.there * MINUTE;
  const fits = legs.reached && openBetween(lane.closed, to, legs.until) >= legs.away * MINUTE;
  const late = fits ? 0 : day.drive;
  if (late === Infinity) return DRIVE;
  const person = day.skillsEnd ? personPrice(search, lane, start) : 0;
  if (person === Infinity) return PERSON;
  search.servedAt[start] = 1;
  const driving = search.index.costs.travelPerMinute * (legs.there + legs.away - legs.saved);
  const cost = day.cost + rest + day.full + limit + late + person + driving + costOfStart(search, start);
  if (cost === Infinity) return BAY;
  put(into, day.position, start, cost);
  return 0;
}

function limitPrice(search: Search, { lane, limited }: Day, start: number): number {
  const at = candidateAt(search, start);
  return technicianLimit.judge({ lane, units: 1 }, at, search.index) === null ? 0 : limited;
}

function isSpared(search: Search, lane: TechnicianLane, start: number): boolean {
  return teamSpares.judge({ lane, units: 1 }, candidateAt(search, start), search.index) === null;
}

/** The drives between two neighbours, kept as long as the neighbours stay the same. */
interface Legs {
  previous: number;
  next: number;
  there: number;
  away: number;
  saved: number;
  /** When the neighbour before is done and the one after begins; the shift's ends without them. */
  free: number;
  until: number;
  /** True once a start in this gap could be reached in time. */
  reached: boolean;
}

function updateLegs({ index, needs }: Search, { lane, shift, legs }: Day, from: number, to: number): void {
  const previous = previousOn(lane, shift, from);
  const next = nextOn(lane, shift, to);
  if (previous === legs.previous && next === legs.next) return;
  const { busy, facts } = lane;
  const at = needs.place?.coordinates ?? index.context.coordinates;
  const origin = busy.claims[previous]?.at ?? facts.home;
  const target = busy.claims[next]?.at ?? facts.home;
  legs.previous = previous;
  legs.next = next;
  legs.there = index.travel(origin, at);
  legs.away = index.travel(at, target);
  legs.saved = previous < 0 && next < 0 ? 0 : index.travel(origin, target);
  legs.free = busy.to[previous] ?? shift.from;
  legs.until = busy.from[next] ?? shift.to;
  legs.reached = false;
}
