import { nextOn, shiftAround, type TechnicianLane } from '../../domain/board/lanes.ts';
import { whenSpare } from '../../domain/board/part-supply.ts';
import { openBetween } from '../../domain/board/stretches.ts';
import type { Candidate } from '../../domain/rules/candidate.ts';
import { MINUTE } from '../../domain/time/instant.ts';
import type { Search } from './search.ts';

/** Minutes of margin or slack that count half. */
const HALF = 30;

/**
 * How firmly a slot stands, 0..1, two decimals: the mean of margin / (margin + 30) and slack / (slack + 30) in minutes.
 * Margin is the cost to the next best slot that differs, slack the time that may be lost without harm. What is unbounded
 * counts 1. It claims no probability.
 */
export function confidenceOf(margin: number, slack: number): number {
  return Math.round(50 * (part(margin) + part(slack))) / 100;
}

function part(length: number): number {
  return length === Infinity ? 1 : Math.max(0, length) / (Math.max(0, length) + HALF);
}

/** The least of: open time to the next appointment or the shift's end, its drive taken out; time since the last part came. */
export function slackOf(search: Search, at: Candidate, lane: TechnicianLane | null): number {
  return Math.min(lane === null ? Infinity : slackAfter(search, at, lane), slackOfParts(search, at));
}

function slackAfter({ index }: Search, at: Candidate, lane: TechnicianLane): number {
  const shift = shiftAround(lane, at.from, at.to);
  const next = lane.busy.claims[nextOn(lane, shift, at.to)];
  if (next === undefined && shift === undefined) return Infinity;
  const until = next?.from ?? shift?.to ?? at.to;
  return openBetween(lane.closed, at.to, until) / MINUTE - index.travel(at.at, next?.at ?? lane.facts.home);
}

function slackOfParts({ index, needs }: Search, at: Candidate): number {
  const { now } = index.context;
  const waits = needs.parts.map(({ partId, quantity }) => {
    const supply = index.parts.get(partId);
    const arrives = supply === undefined ? null : whenSpare(supply, quantity, now);
    return arrives === null || arrives === now ? Infinity : (at.from - arrives) / MINUTE;
  });
  return Math.min(Infinity, ...waits);
}
