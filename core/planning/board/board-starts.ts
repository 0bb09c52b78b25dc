import type { BusyIndex } from '../../domain/board/busy-index.ts';
import { overlapIn } from '../../domain/board/busy-list.ts';
import type { TechnicianLane } from '../../domain/board/lanes.ts';
import { bayClaimed } from '../../domain/rules/bay-capable.ts';
import type { BookingRule, ResourceRule, TechnicianRule, WorkRule } from '../../domain/rules/booking-rule.ts';
import { emptyCandidate, heldBy, type Candidate } from '../../domain/rules/candidate.ts';
import { isLimited, technicianLimit } from '../../domain/rules/capacity-limit.ts';
import { dailyMaximum } from '../../domain/rules/daily-maximum.ts';
import { forbiddenTechnician } from '../../domain/rules/forbidden-technician.ts';
import { onShift } from '../../domain/rules/on-shift.ts';
import { teamSpares } from '../../domain/rules/resource-free.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { skills } from '../../domain/rules/skills.ts';
import { technicianFree } from '../../domain/rules/technician-free.ts';
import { travelFits } from '../../domain/rules/travel-fits.ts';
import { addMinutes, MINUTE, type Instant } from '../../domain/time/instant.ts';
import { gridCeil, gridFloor, startAt, type StartGrid } from '../slots/start-grid.ts';
import type { BoardFacts } from './board-facts.ts';
import type { ShiftRow } from './board-shifts.ts';
import type { PlanWork } from './request.ts';

const WORK_RULES: readonly WorkRule[] = RULEBOOK.filter((rule) => rule.asks === 'work').filter(
  (rule) => rule !== bayClaimed,
);
const RESOURCE_RULES: readonly ResourceRule[] = RULEBOOK.filter((rule) => rule.asks === 'resource');
/** Left to the model: they depend on what stands before and after, and on how much stands there. */
const BETWEEN: readonly BookingRule[] = [dailyMaximum, travelFits];
/** Depends on the time alone, whatever the work is. */
const TIME: readonly TechnicianRule[] = [onShift, technicianFree];
const PERSON: readonly TechnicianRule[] = RULEBOOK.filter((rule) => rule.asks === 'technician').filter(
  (rule) => !BETWEEN.includes(rule) && !TIME.includes(rule),
);

/** Not to be had, whatever it costs. */
export const BLOCKED = -1;
const UNKNOWN = -2;

/** Where work may start, as far as that depends on nothing else that is planned: the booking rules themselves are asked. */
export interface BoardStarts {
  /** How many cautions the work has at each start of the grid from the first in the row on, or BLOCKED. */
  levelsOn(row: ShiftRow): Levels;
}

export interface Levels {
  /** Grid number of the first. */
  readonly first: number;
  readonly levels: Int8Array;
}

/** What many pieces of work have in common: a technician's free times for one length and its buffers. */
export type KnownTimes = Map<string, Int8Array>;

export function boardStartsOf(facts: BoardFacts, work: PlanWork, known: KnownTimes, notBefore: Instant): BoardStarts {
  const { kept, grid } = facts;
  const { needs } = work;
  const along = heldBy(work.alongside, kept).resources;
  const candidates: Candidate[] = [];
  const at = (start: number): Candidate =>
    (candidates[start] ??= { ...candidateAt(kept, needs, grid, start), resources: along });
  const own = new Int8Array(grid.count).fill(UNKNOWN);
  const ownLevel = (start: number): number => {
    const found = startAt(grid, start) < notBefore ? BLOCKED : workLevel(kept, at(start));
    own[start] = found;
    return found;
  };
  return {
    levelsOn(row) {
      const { lane, shift } = row;
      const first = gridCeil(grid, shift.from + needs.before * MINUTE);
      const last = gridFloor(grid, shift.to - (needs.duration + needs.after) * MINUTE);
      const levels = new Int8Array(Math.max(0, last - first + 1)).fill(BLOCKED);
      if (levels.length === 0) return { first, levels };
      const rules = personRules(kept, lane, along.length > 0);
      const lasting = level(kept, rules.lasting, (rule) => rule.judge({ lane, units: 1 }, at(first), kept));
      if (lasting === BLOCKED) return { first, levels };
      const times = timesOf(facts, row, first, levels.length, work, known);
      for (let place = 0; place < levels.length; place += 1) {
        const time = times[place] ?? BLOCKED;
        if (time === BLOCKED) continue;
        const start = first + place;
        const whole = own[start] === UNKNOWN ? ownLevel(start) : (own[start] ?? BLOCKED);
        if (whole === BLOCKED) continue;
        const sum = time + whole + lasting;
        if (rules.varying.length === 0) levels[place] = sum;
        else {
          const person = level(kept, rules.varying, (rule) => rule.judge({ lane, units: 1 }, at(start), kept));
          if (person !== BLOCKED) levels[place] = sum + person;
        }
      }
      return { first, levels };
    },
  };
}

function candidateAt(index: BusyIndex, needs: PlanWork['needs'], grid: StartGrid, start: number): Candidate {
  const from = startAt(grid, start);
  return emptyCandidate(needs, index, { start: from, end: addMinutes(from, needs.duration) }, false);
}

/** How many cautions, or BLOCKED. */
function level<R extends BookingRule>(
  { context: { policy } }: BusyIndex,
  rules: readonly R[],
  ask: (rule: R) => unknown,
): number {
  let cautions = 0;
  for (const rule of rules) {
    const severity = severityOf(rule, policy);
    if (severity === 'clear' || ask(rule) === null) continue;
    if (severity === 'block') return BLOCKED;
    cautions += 1;
  }
  return cautions;
}

function workLevel(index: BusyIndex, at: Candidate): number {
  let sum = level(index, WORK_RULES, (rule) => rule.judge(at, index));
  for (const held of at.resources) {
    const own = level(index, RESOURCE_RULES, (rule) => rule.judge(held, at, index));
    if (sum === BLOCKED || own === BLOCKED) return BLOCKED;
    sum += own;
  }
  return sum;
}

interface PersonRules {
  /** The same at every start of a shift. */
  readonly lasting: readonly TechnicianRule[];
  readonly varying: readonly TechnicianRule[];
}

function personRules(index: BusyIndex, lane: TechnicianLane, alongside: boolean): PersonRules {
  const expires = lane.facts.skills.some((skill) => skill.expiresOn !== null);
  const inTeam = index.teamsOf.get(lane.facts.id)?.some((team) => alongside || team.claimed > 0) === true;
  const limited = isLimited(lane.facts.id, index);
  const lasts = (rule: TechnicianRule): boolean => rule === forbiddenTechnician || (rule === skills && !expires);
  const matters = (rule: TechnicianRule): boolean =>
    !lasts(rule) && (rule !== teamSpares || inTeam) && (rule !== technicianLimit || limited);
  return { lasting: PERSON.filter(lasts), varying: PERSON.filter(matters) };
}

/** The technician's own time: worked out once for all work of the same length and buffers. */
function timesOf(
  facts: BoardFacts,
  { lane, position, shift }: ShiftRow,
  first: number,
  count: number,
  { needs }: PlanWork,
  known: KnownTimes,
): Int8Array {
  const key = `${position} ${shift.from} ${needs.before} ${needs.duration} ${needs.after}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { kept, grid } = facts;
  const times = Int8Array.from({ length: count }, (_, place) => {
    const at = candidateAt(kept, needs, grid, first + place);
    // One thing at a time is planned, even for who could do two.
    if (overlapIn(lane.busy, at.from, at.to) >= 0) return BLOCKED;
    return level(kept, TIME, (rule) => rule.judge({ lane, units: 1 }, at, kept));
  });
  known.set(key, times);
  return times;
}
