import type { BusyIndex } from '../../domain/board/busy-index.ts';
import { crowdedAt, lowerBound, type BusyList } from '../../domain/board/busy-list.ts';
import { shiftAround, type Lane, type TechnicianLane } from '../../domain/board/lanes.ts';
import type { Occupied } from '../../domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Stretches } from '../../domain/board/stretches.ts';
import { bayCapable } from '../../domain/rules/bay-capable.ts';
import { bayOpen } from '../../domain/rules/bay-open.ts';
import type { BookingRule } from '../../domain/rules/booking-rule.ts';
import { emptyCandidate, type Candidate } from '../../domain/rules/candidate.ts';
import { dailyMaximum } from '../../domain/rules/daily-maximum.ts';
import { dateOf } from '../../domain/rules/date-of.ts';
import { forbiddenTechnician } from '../../domain/rules/forbidden-technician.ts';
import { onShift } from '../../domain/rules/on-shift.ts';
import { resourceOpen } from '../../domain/rules/resource-open.ts';
import { RULEBOOK } from '../../domain/rules/rulebook.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { skills } from '../../domain/rules/skills.ts';
import { addMinutes, MINUTE } from '../../domain/time/instant.ts';
import { gridCeil, startAt, type StartGrid } from './start-grid.ts';
import type { Wish } from './wish.ts';

const RULES: Readonly<Record<Lane['kind'], readonly BookingRule[]>> = {
  technician: RULEBOOK.filter((rule) => rule.asks === 'technician'),
  bay: RULEBOOK.filter((rule) => rule.asks === 'bay'),
  other: RULEBOOK.filter((rule) => rule.asks === 'resource'),
};
const HOURS: Readonly<Record<Lane['kind'], BookingRule>> = {
  technician: onShift,
  bay: bayOpen,
  other: resourceOpen,
};

/** Rules that, once they do not hold, never will in later days. */
const LASTING: readonly BookingRule[] = [forbiddenTechnician, skills, bayCapable];

/** One lane that may answer one wish, and the first start known at which it does. */
export interface Probe {
  readonly lane: Lane;
  readonly wish: Wish;
  readonly needs: PlacementNeeds;
  readonly index: BusyIndex;
  readonly grid: StartGrid;
  /** The rules that count for the lane, and those of them that never hold again. */
  readonly rules: readonly BookingRule[];
  readonly lasting: readonly BookingRule[];
  /** False where the organization lets people work at any hour. */
  readonly keepsHours: boolean;
  readonly keepsMaximum: boolean;
  /** Everything from `asked` up to here is known to be no start; `next` itself is one, or the end of the grid. */
  asked: number;
  next: number;
}

export function probeOf(lane: Lane, wish: Wish, needs: PlacementNeeds, index: BusyIndex, grid: StartGrid): Probe {
  const rules = RULES[lane.kind].filter((rule) => severityOf(rule, index.context.policy) !== 'clear');
  const keepsHours = rules.includes(HOURS[lane.kind]);
  const keepsMaximum = rules.includes(dailyMaximum);
  const lasting = rules.filter((rule) => LASTING.includes(rule));
  return { lane, wish, needs, index, grid, rules, lasting, keepsHours, keepsMaximum, asked: 0, next: -1 };
}

/** The first start at or after number `from` at which no rule says anything against the lane; the grid's count when none. */
export function firstClear(probe: Probe, from: number): number {
  if (probe.asked <= from && from <= probe.next) return probe.next;
  const { grid } = probe;
  let start = from;
  while (start < grid.count) {
    const later = Math.max(notBefore(probe, start), start);
    if (later > start) start = later;
    else if (isClear(probe, start)) break;
    else start = afterRefusal(probe, start);
  }
  probe.asked = from;
  probe.next = Math.min(start, grid.count);
  return probe.next;
}

function isClear(probe: Probe, start: number): boolean {
  const { lane, index, wish } = probe;
  const at = candidateOf(probe, start);
  if (probe.rules.some((rule) => isBroken(rule, at, index))) return false;
  return lane.kind !== 'other' || offersAll(lane.facts.capabilities, wish.capabilities, dateOf(at.start, index));
}

/** The next start to look at when a rule speaks against this one. */
function afterRefusal(probe: Probe, start: number): number {
  const { lane, index, grid, wish } = probe;
  const at = candidateOf(probe, start);
  // What is lacking, or has run out, will be no other on a later day.
  if (probe.lasting.some((rule) => isBroken(rule, at, index))) return grid.count;
  if (lane.kind === 'other' && !offersAll(lane.facts.capabilities, wish.capabilities, dateOf(at.start, index)))
    return grid.count;
  return start + 1;
}

function candidateOf({ lane, wish, needs, index, grid }: Probe, start: number): Candidate {
  const from = startAt(grid, start);
  const at = emptyCandidate(needs, index, { start: from, end: addMinutes(from, needs.duration) }, false);
  const { units } = wish;
  switch (lane.kind) {
    case 'technician':
      return { ...at, technicians: [{ lane, units }] };
    case 'bay':
      return { ...at, bays: [{ lane, units }] };
    case 'other':
      return { ...at, resources: [{ lane, units }] };
  }
}

export function isBroken(rule: BookingRule, at: Candidate, facts: BusyIndex): boolean {
  switch (rule.asks) {
    case 'work':
      return rule.judge(at, facts) !== null;
    case 'technician':
      return at.technicians.some((held) => rule.judge(held, at, facts) !== null);
    case 'bay':
      return at.bays.some((held) => rule.judge(held, at, facts) !== null);
    case 'resource':
      return at.resources.some((held) => rule.judge(held, at, facts) !== null);
  }
}

function offersAll(
  offered: readonly { readonly capability: string; readonly expiresOn: string | null }[],
  wanted: readonly string[],
  date: string,
): boolean {
  return wanted.every((name) =>
    offered.some((one) => one.capability === name && (one.expiresOn === null || one.expiresOn >= date)),
  );
}

/**
 * A start before which nothing can be, seen from `start`: past closed time, past whoever is there, to the next hours. It
 * only saves questions; `isClear` decides.
 */
function notBefore(probe: Probe, start: number): number {
  const { lane, needs, grid, wish } = probe;
  const from = startAt(grid, start) - needs.before * MINUTE;
  const to = from + (needs.before + needs.duration + needs.after) * MINUTE;
  const at = (moment: number): number => gridCeil(grid, moment + needs.before * MINUTE);
  if (probe.keepsHours) {
    const opens = lane.kind === 'technician' ? shiftFor(probe, lane, from, to) : openFor(lane.open, from, to);
    if (opens > from) return at(opens);
    const reopens = lastEnd(lane.closed, from, to);
    if (reopens > from) return at(reopens);
  }
  const free = freeFrom(lane.busy, from, to, lane.facts.capacity - wish.units);
  return free > from ? at(free) : start;
}

/** When the next shift begins that [from, to) could lie in; `from` when it lies in one, Infinity when there is none. */
function shiftFor({ keepsMaximum }: Probe, lane: TechnicianLane, from: number, to: number): number {
  const shift = shiftAround(lane, from, to);
  if (shift !== undefined && from < shift.from) return shift.from;
  const isFull = keepsMaximum && shift !== undefined && shift.bookedCount >= lane.facts.dailyMaximum;
  if (shift !== undefined && to <= shift.to && !isFull) return from;
  const begun = Math.max(from, shift?.from ?? from);
  return lane.shiftStarts[lowerBound(lane.shiftStarts, begun + 1)] ?? Infinity;
}

/** The same for opening hours. */
function openFor(open: Stretches, from: number, to: number): number {
  const after = lowerBound(open.from, from);
  const index = open.from[after] === from ? after : after - 1;
  if (index >= 0 && (open.to[index] ?? 0) >= to) return from;
  return open.from[index + 1] ?? Infinity;
}

/** The end of the last stretch that touches [from, to); `from` when none does. */
function lastEnd(closed: Stretches, from: number, to: number): number {
  const index = lowerBound(closed.from, to) - 1;
  return index < 0 ? from : Math.max(from, closed.to[index] ?? from);
}

/** Since when there is room again, seen from [from, to); `from` when there is room. */
function freeFrom(busy: BusyList<Occupied>, from: number, to: number, room: number): number {
  const crowd = crowdedAt(busy, from, to, room);
  if (crowd < 0) return from;
  // Where one claim is too many, whoever begins before `to` has to be gone.
  if (room === 0) return lastDone(busy, from, to);
  const moment = Math.max(from, busy.from[crowd] ?? from);
  let end = Infinity;
  for (let one = lowerBound(busy.from, moment - busy.longest); one < busy.count; one += 1) {
    if ((busy.from[one] ?? 0) > moment) break;
    const done = busy.to[one] ?? 0;
    if (done > moment) end = Math.min(end, done);
  }
  return end;
}

function lastDone(busy: BusyList<Occupied>, from: number, to: number): number {
  let end = from;
  for (let one = lowerBound(busy.from, to) - 1; one >= 0; one -= 1) {
    if ((busy.from[one] ?? 0) + busy.longest <= end) break;
    end = Math.max(end, busy.to[one] ?? 0);
  }
  return end;
}
