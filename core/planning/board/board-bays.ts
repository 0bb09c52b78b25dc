import { intersect, subtract, union, type Span } from '../../kernel/sorted-ranges.ts';
import type { BayLane } from '../../domain/board/lanes.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import { bayCapable } from '../../domain/rules/bay-capable.ts';
import { bayTurnover } from '../../domain/rules/bay-free.ts';
import { bayOpen } from '../../domain/rules/bay-open.ts';
import { emptyCandidate } from '../../domain/rules/candidate.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { addMinutes, MINUTE } from '../../domain/time/instant.ts';
import { ceilMinute, floorMinute, instantAt } from './board-clock.ts';
import type { BoardFacts } from './board-facts.ts';
import type { PeriodRow } from './board-shifts.ts';

/** A stretch in which one place of a bay is free of everything that is no work of the request; minutes. */
export interface BayRow extends Span {
  readonly lane: BayLane;
  /** Place of the bay in the context. */
  readonly position: number;
  readonly period: number;
  readonly turnover: number;
}

/** A bay for several has a row for each of them: the first where one more has room, the second where two have. */
export function boardBaysOf(facts: BoardFacts, periods: readonly PeriodRow[]): readonly BayRow[] {
  const { kept, clock } = facts;
  const { policy } = kept.context;
  const turns = severityOf(bayTurnover, policy) !== 'clear';
  const closes = severityOf(bayOpen, policy) !== 'clear';
  return kept.bays.flatMap((lane, position) => {
    const turnover = turns ? lane.facts.turnover : 0;
    const hours = closes ? subtract(lane.facts.open, lane.facts.absences) : [kept.context.range];
    return Array.from({ length: lane.facts.capacity }, (_, place) => {
      const free = subtract(hours, crowdedTimes(lane, lane.facts.capacity - 1 - place, turnover));
      const minutes = free.map(({ from, to }) => ({ from: ceilMinute(clock, from), to: floorMinute(clock, to) }));
      return apart(minutes, turnover).flatMap((piece) =>
        periods.flatMap((one, period) =>
          intersect([piece], [one]).map((part): BayRow => ({ ...part, lane, position, period, turnover })),
        ),
      );
    }).flat();
  });
}

/** When more than `most` places are taken, each with its turnover behind it; nothing ends within a turnover before either. */
function crowdedTimes({ busy }: BayLane, most: number, turnover: number): readonly Span[] {
  const pause = turnover * MINUTE;
  const taken = busy.claims.map(({ from, to, units }) => ({ from, to: addMinutes(to, turnover), units }));
  const edges = [...new Set(taken.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  const crowded = edges.flatMap((from, at) => {
    const used = taken.reduce((sum, one) => (one.from <= from && from < one.to ? sum + one.units : sum), 0);
    const to = edges[at + 1];
    return to !== undefined && used > most ? [{ from: from - pause, to }] : [];
  });
  return union(crowded);
}

/** Two stretches with less than the turnover between them: what ends one and begins the next would come too soon. */
function apart(pieces: readonly Span[], turnover: number): readonly Span[] {
  let until = -Infinity;
  return pieces.flatMap(({ from, to }) => {
    const begin = Math.max(from, until + turnover);
    if (begin >= to) return [];
    until = to;
    return [{ from: begin, to }];
  });
}

/** The rows whose bay offers what the work asks for, on their day; null when it needs no bay. */
export function baysFor(
  { kept, clock }: BoardFacts,
  needs: PlacementNeeds,
  rows: readonly BayRow[],
): Int32Array | null {
  if (needs.capabilities === null) return null;
  const counts = severityOf(bayCapable, kept.context.policy) !== 'clear';
  const isCapable = ({ lane }: BayRow, minute: number): boolean => {
    const start = instantAt(clock, minute);
    const at = emptyCandidate(needs, kept, { start, end: start }, false);
    return bayCapable.judge({ lane, units: 1 }, at, kept) === null;
  };
  const shortest = needs.before + needs.duration + needs.after;
  return Int32Array.from(
    [...rows.entries()].flatMap(([number, row]) => {
      if (row.to - row.from < shortest) return [];
      return !counts || (isCapable(row, row.from) && isCapable(row, row.to - 1)) ? [number] : [];
    }),
  );
}
