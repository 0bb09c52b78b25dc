import type { AppointmentId } from '../work/appointment.ts';
import { MINUTE } from '../time/instant.ts';
import { busyListOf, lowerBound, nextAfter, previousBefore, type BusyList } from './busy-list.ts';
import type { OtherLane } from './other-lane.ts';
import type { BayFacts, BusyClaim, ShiftFacts, TechnicianFacts } from './placement-context.ts';
import { openBetween, stretchesOf, type Stretches } from './stretches.ts';

/** A technician's facts made ready for look-ups. */
export interface TechnicianLane {
  readonly kind: 'technician';
  readonly facts: TechnicianFacts;
  readonly busy: BusyList;
  /** Sorted by start, with the sums of the shift's day. */
  readonly shifts: readonly LaneShift[];
  readonly shiftStarts: Float64Array;
  /** Breaks and absences of all shifts together. */
  readonly closed: Stretches;
}

export interface BayLane {
  readonly kind: 'bay';
  readonly facts: BayFacts;
  readonly busy: BusyList;
  readonly open: Stretches;
  readonly closed: Stretches;
}

/** A lane of the board. */
export type BoardLane = TechnicianLane | BayLane;
export type Lane = BoardLane | OtherLane;

export interface LaneShift extends ShiftFacts {
  /** Appointments on the shifts of the same date. */
  readonly bookedCount: number;
  /** Their service minutes, buffers left out. */
  readonly bookedMinutes: number;
  /** Service minutes that are a fair share of that date. */
  readonly targetMinutes: number;
}

function without(claims: readonly BusyClaim[], ignored: AppointmentId | null): readonly BusyClaim[] {
  return ignored === null ? claims : claims.filter((claim) => claim.appointmentId !== ignored);
}

export function technicianLaneOf(facts: TechnicianFacts, ignored: AppointmentId | null): TechnicianLane {
  const busy = busyListOf(without(facts.busy, ignored));
  const closed = stretchesOf([...facts.shifts.flatMap((shift) => shift.closed), ...facts.absences]);
  const sorted = facts.shifts.toSorted((a, b) => a.from - b.from);
  const shifts = sorted.map((shift) => ({ ...shift, ...sumsOf(shift, sorted, { facts, busy, closed }) }));
  const shiftStarts = Float64Array.from(shifts, (shift) => shift.from);
  return { kind: 'technician', facts, busy, shifts, shiftStarts, closed };
}

function sumsOf(
  shift: ShiftFacts,
  shifts: readonly ShiftFacts[],
  lane: Pick<TechnicianLane, 'facts' | 'busy' | 'closed'>,
): Pick<LaneShift, 'bookedCount' | 'bookedMinutes' | 'targetMinutes'> {
  const { busy } = lane;
  const day = shifts.filter((other) => other.date === shift.date);
  const from = Math.min(...day.map((other) => other.from));
  const to = Math.max(...day.map((other) => other.to));
  let bookedCount = 0;
  let bookedMinutes = 0;
  for (let index = lowerBound(busy.from, from - busy.longest); index < busy.count; index += 1) {
    if ((busy.from[index] ?? 0) >= to) break;
    const claim = busy.claims[index];
    if (claim === undefined || claim.to <= from) continue;
    bookedCount += 1;
    bookedMinutes += (claim.end - claim.start) / MINUTE;
  }
  const open = day.reduce((sum, other) => sum + openBetween(lane.closed, other.from, other.to), 0);
  return { bookedCount, bookedMinutes, targetMinutes: lane.facts.targetMinutes ?? open / MINUTE };
}

export function bayLaneOf(facts: BayFacts, ignored: AppointmentId | null): BayLane {
  return {
    kind: 'bay',
    facts,
    busy: busyListOf(without(facts.busy, ignored)),
    open: stretchesOf(facts.open),
    closed: stretchesOf(facts.absences),
  };
}

/** The shift that [from, to) lies in or else touches; the one it begins in before others. Undefined when it meets none. */
export function shiftAround(lane: TechnicianLane, from: number, to: number): LaneShift | undefined {
  const after = lowerBound(lane.shiftStarts, from);
  const at = lane.shiftStarts[after] === from ? after : after - 1;
  const begun = lane.shifts[at];
  if (begun !== undefined && begun.to > from) return begun;
  const next = lane.shifts[at + 1];
  return next !== undefined && next.from < to ? next : undefined;
}

/** The claim before `from` on the same shift, or -1 when the shift's first drive is from home. Without a shift, any. */
export function previousOn(lane: TechnicianLane, shift: LaneShift | undefined, from: number): number {
  const index = previousBefore(lane.busy, from);
  return index >= 0 && shift !== undefined && (lane.busy.to[index] ?? 0) <= shift.from ? -1 : index;
}

/** The claim after `to` on the same shift, or -1 when the drive home follows. Without a shift, any. */
export function nextOn(lane: TechnicianLane, shift: LaneShift | undefined, to: number): number {
  const index = nextAfter(lane.busy, to);
  return index >= 0 && shift !== undefined && (lane.busy.from[index] ?? 0) >= shift.to ? -1 : index;
}
