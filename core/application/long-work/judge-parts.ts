import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import { candidateOf } from '../../domain/rules/candidate.ts';
import { durationRange } from '../../domain/rules/duration-range.ts';
import { judge, judgeCandidate, verdictOf } from '../../domain/rules/judge.ts';
import type { Verdict } from '../../domain/rules/reason.ts';
import { addMinutes, durationOf, minutes, type InstantRange } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';

/**
 * What one part of long work asks of its place. Promised starts and parts from the stock are the first one's; buffers are
 * kept before the first and after the last, for in between the same work goes on.
 */
export function needsOfPart(
  needs: PlacementNeeds,
  part: InstantRange,
  at: 'first' | 'inner' | 'last' | 'only',
): PlacementNeeds {
  const begins = at === 'first' || at === 'only';
  const ends = at === 'last' || at === 'only';
  return {
    ...needs,
    duration: durationOf(part),
    before: begins ? needs.before : minutes(0),
    after: ends ? needs.after : minutes(0),
    windows: begins ? needs.windows : [],
    parts: begins ? needs.parts : [],
    // The kind's range is about the work as a whole.
    durationRange: null,
  };
}

export function placeOf(index: number, count: number): 'first' | 'inner' | 'last' | 'only' {
  if (count === 1) return 'only';
  if (index === 0) return 'first';
  return index === count - 1 ? 'last' : 'inner';
}

/** All rules for every part, and the length of the whole once. */
export function judgeParts(
  parts: readonly InstantRange[],
  claims: readonly Claim[],
  needs: PlacementNeeds,
  index: BusyIndex,
): Verdict {
  const reasons = parts.flatMap((part, position) => {
    const own = needsOfPart(needs, part, placeOf(position, parts.length));
    return judge({ start: part.from, end: part.to, claims }, own, index).reasons;
  });
  const start = parts[0]?.from;
  if (start === undefined) return verdictOf(reasons);
  const whole = candidateOf({ start, end: addMinutes(start, needs.duration), claims }, needs, index, true);
  return verdictOf([...reasons, ...judgeCandidate(whole, index, [durationRange]).reasons]);
}
