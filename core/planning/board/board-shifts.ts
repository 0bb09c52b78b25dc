import { union, type Span } from '../../kernel/sorted-ranges.ts';
import type { BusyClaim } from '../../domain/board/placement-context.ts';
import type { LaneShift, TechnicianLane } from '../../domain/board/lanes.ts';
import { onShift } from '../../domain/rules/on-shift.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { dailyMaximum } from '../../domain/rules/daily-maximum.ts';
import { MINUTE } from '../../domain/time/instant.ts';
import { NEVER } from '../plan/model.ts';
import { ceilMinute, floorMinute } from './board-clock.ts';
import type { BoardFacts } from './board-facts.ts';

/** One shift of one technician as a row of the model. */
export interface ShiftRow extends Span {
  readonly lane: TechnicianLane;
  /** Place of the technician in the context. */
  readonly position: number;
  readonly shift: LaneShift;
  /** A technician's date; shifts of one date share it. */
  readonly person: number;
  /** A stretch in which somebody works, with what touches it: a date, where nobody works at night. */
  readonly period: number;
  readonly regularTo: number;
  readonly mostJobs: number;
  /** Pairs of minutes. */
  readonly closed: readonly number[];
  readonly fixed: readonly FixedRow[];
}

/** What stands on a shift and is no work of the request; times in minutes. */
export interface FixedRow {
  readonly start: number;
  readonly duration: number;
  readonly after: number;
  readonly at: BusyClaim['at'];
}

export interface PersonRow {
  /** Minutes of service that are still a fair share; what the fixed rows take counts against it. */
  readonly target: number;
}

export interface PeriodRow extends Span {
  /** Open minutes of all its shifts, overtime left out, less what is taken by fixed claims that are no fixed rows. */
  readonly open: number;
}

export interface BoardShifts {
  readonly rows: readonly ShiftRow[];
  readonly people: readonly PersonRow[];
  readonly periods: readonly PeriodRow[];
}

/** All shifts in which something of the request could start. */
export function boardShiftsOf(facts: BoardFacts): BoardShifts {
  const { kept, regular, clock, grid } = facts;
  const until = kept.context.range.to;
  const found = kept.technicians.flatMap((lane, position) =>
    lane.shifts
      .map((shift) => ({ lane, position, shift }))
      .filter(({ shift }) => shift.to > grid.first && shift.from < until),
  );
  const periods = periodsOf(
    facts,
    found.map(({ shift }) => shift),
  );
  const keepsBreaks = severityOf(onShift, kept.context.policy) === 'block';
  const limits = severityOf(dailyMaximum, kept.context.policy) === 'block';
  const people: { key: string; target: number }[] = [];
  const open = periods.map(() => 0);
  const rows = found.map(({ lane, position, shift }): ShiftRow => {
    const key = `${position} ${shift.date}`;
    const before = regular.technicians[position]?.shifts.find((one) => one.from === shift.from);
    const closed = closedOf(facts, lane, shift);
    const { fixed: standing, besides } = fixedRowsOf(facts, lane, shift);
    const fixed = standing.length === 0 && closed.length > 0 && !keepsBreaks ? [atHome(facts, lane, shift)] : standing;
    let person = people.findIndex((one) => one.key === key);
    if (person < 0) {
      person = people.length;
      const rest = (before?.targetMinutes ?? NEVER) - shift.bookedMinutes;
      people.push({ key, target: Math.floor(rest) });
    }
    const owner = people[person];
    if (owner !== undefined) owner.target += fixed.reduce((sum, one) => sum + one.duration, 0);
    const regularTo = floorMinute(clock, before?.to ?? shift.to);
    const [from, to] = [ceilMinute(clock, shift.from), floorMinute(clock, shift.to)];
    const period = periods.findIndex((one) => one.from <= from && from < one.to);
    open[period] = (open[period] ?? 0) + regularTo - from - lengthOf(closed, from, regularTo) - besides;
    const mostJobs = limits ? lane.facts.dailyMaximum - shift.bookedCount + fixed.length : NEVER;
    return { lane, position, shift, person, period, from, to, regularTo, mostJobs, closed, fixed };
  });
  return { rows, people, periods: periods.map((one, at) => ({ ...one, open: open[at] ?? 0 })) };
}

/**
 * Where somebody works, with a turnover's time around it, so that what is in a bay in one period has nothing to do with
 * what is in it in another.
 */
function periodsOf({ kept, clock }: BoardFacts, shifts: readonly LaneShift[]): readonly Span[] {
  const around = Math.max(0, ...kept.bays.map(({ facts }) => facts.turnover));
  return union(
    shifts.map(({ from, to }) => ({ from: floorMinute(clock, from) - around, to: ceilMinute(clock, to) + around })),
  );
}

function closedOf({ clock }: BoardFacts, { closed }: TechnicianLane, shift: LaneShift): readonly number[] {
  const pairs: number[] = [];
  for (const [at, from] of closed.from.entries()) {
    const to = closed.to[at] ?? from;
    if (to > shift.from && from < shift.to)
      pairs.push(floorMinute(clock, Math.max(from, shift.from)), ceilMinute(clock, Math.min(to, shift.to)));
  }
  return pairs;
}

function lengthOf(closed: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = 0; at + 1 < closed.length; at += 2)
    sum += Math.max(0, Math.min(closed[at + 1] ?? 0, to) - Math.max(closed[at] ?? 0, from));
  return sum;
}

/**
 * Nothing at all, at home, as the shift begins. A shift with something fixed on it may hold more than its open minutes, and
 * so may one whose breaks nobody has to keep.
 */
function atHome({ clock }: BoardFacts, { facts }: TechnicianLane, shift: LaneShift): FixedRow {
  return { start: ceilMinute(clock, shift.from), duration: 0, after: 0, at: facts.home };
}

interface FixedOnShift {
  readonly fixed: readonly FixedRow[];
  /** Minutes of service that the rows do not show. */
  readonly besides: number;
}

/**
 * Claims that meet the shift, soonest first. Those that overlap become two rows: for whoever comes before, the one that
 * begins first, for whoever comes after, the one that ends last. Nothing can stand between the two.
 */
function fixedRowsOf({ clock }: BoardFacts, { busy }: TechnicianLane, shift: LaneShift): FixedOnShift {
  const fixed: FixedRow[] = [];
  let besides = 0;
  for (const group of groupsOf(busy.claims.filter((claim) => claim.to > shift.from && claim.from < shift.to))) {
    const [first] = group;
    const last = group.reduce<BusyClaim | undefined>(
      (best, claim) => (best === undefined || claim.to >= best.to ? claim : best),
      undefined,
    );
    if (first === undefined || last === undefined) continue;
    const from = floorMinute(clock, first.from);
    const to = ceilMinute(clock, last.to);
    if (group.length === 1) {
      const duration = Math.min(to - from, Math.round((first.end - first.start) / MINUTE));
      fixed.push({ start: from, duration, after: to - from - duration, at: first.at });
      continue;
    }
    fixed.push({ start: from, duration: 0, after: 0, at: first.at }, { start: to, duration: 0, after: 0, at: last.at });
    for (const claim of group) besides += Math.round((claim.end - claim.start) / MINUTE);
  }
  return { fixed, besides };
}

function groupsOf(claims: readonly BusyClaim[]): readonly (readonly BusyClaim[])[] {
  const groups: BusyClaim[][] = [];
  let until = -Infinity;
  for (const claim of claims) {
    if (claim.from < until) groups.at(-1)?.push(claim);
    else groups.push([claim]);
    until = Math.max(until, claim.to);
  }
  return groups;
}
