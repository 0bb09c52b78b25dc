import type { BusyIndex } from '../board/busy-index.ts';
import { nextOn, previousOn, shiftAround, type LaneShift } from '../board/lanes.ts';
import { openBetween } from '../board/stretches.ts';
import type { TechnicianLane } from '../board/lanes.ts';
import { MINUTE, minutes, type Minutes } from '../time/instant.ts';
import { named, type TechnicianRule } from './booking-rule.ts';
import type { Candidate, Held } from './candidate.ts';
import type { Reason } from './reason.ts';

/**
 * The open time, breaks and absences taken out, is enough for the drive from home or the work before and to the work
 * after or back home (hard rule 3). Time outside the shift has no home legs: `on-shift` speaks about that.
 */
export const travelFits: TechnicianRule = {
  name: 'travel-fits',
  asks: 'technician',
  defaultSeverity: 'block',
  judge(held, at, facts) {
    const shift = shiftAround(held.lane, at.from, at.to);
    return legBefore(held, shift, at, facts) ?? legAfter(held, shift, at, facts);
  },
};

type Shift = LaneShift | undefined;

function legBefore(held: Held<TechnicianLane>, shift: Shift, at: Candidate, facts: BusyIndex): Reason | null {
  const { lane } = held;
  const previous = lane.busy.claims[previousOn(lane, shift, at.from)];
  if (previous !== undefined) {
    const leg = { needed: facts.travel(previous.at, at.at), available: openMinutes(lane, previous.to, at.from) };
    if (leg.available >= leg.needed) return null;
    return { rule: 'travel-fits', why: 'from-previous', technician: named(held), title: previous.title, ...leg };
  }
  if (shift === undefined || at.from < shift.from) return null;
  const leg = { needed: facts.travel(lane.facts.home, at.at), available: openMinutes(lane, shift.from, at.from) };
  return leg.available >= leg.needed
    ? null
    : { rule: 'travel-fits', why: 'from-home', technician: named(held), ...leg };
}

function legAfter(held: Held<TechnicianLane>, shift: Shift, at: Candidate, facts: BusyIndex): Reason | null {
  const { lane } = held;
  const next = lane.busy.claims[nextOn(lane, shift, at.to)];
  if (next !== undefined) {
    const leg = { needed: facts.travel(at.at, next.at), available: openMinutes(lane, at.to, next.from) };
    if (leg.available >= leg.needed) return null;
    return { rule: 'travel-fits', why: 'to-next', technician: named(held), title: next.title, ...leg };
  }
  if (shift === undefined || at.to > shift.to) return null;
  const leg = { needed: facts.travel(at.at, lane.facts.home), available: openMinutes(lane, at.to, shift.to) };
  return leg.available >= leg.needed
    ? null
    : { rule: 'travel-fits', why: 'back-home', technician: named(held), ...leg };
}

/** Whole open minutes: a drive of n minutes needs n of them. */
function openMinutes(lane: TechnicianLane, from: number, to: number): Minutes {
  return minutes(Math.floor(openBetween(lane.closed, from, to) / MINUTE));
}
