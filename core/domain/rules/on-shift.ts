import { overlaps } from '../../kernel/sorted-ranges.ts';
import { shiftAround, type LaneShift, type TechnicianLane } from '../board/lanes.ts';
import type { ClosedStretch } from '../board/placement-context.ts';
import { touches } from '../board/stretches.ts';
import type { BusyIndex } from '../board/busy-index.ts';
import { named, type TechnicianRule } from './booking-rule.ts';
import type { Candidate } from './candidate.ts';

/** The busy time, buffers included, lies within one shift and touches no break or absence (hard rule 2). */
export const onShift: TechnicianRule = {
  name: 'on-shift',
  asks: 'technician',
  defaultSeverity: 'block',
  judge(held, at, facts) {
    const { lane } = held;
    const shift = shiftAround(lane, at.from, at.to);
    const technician = named(held);
    if (touches(lane.closed, at.from, at.to)) {
      const stretch = closedStretch(lane, shift, at);
      if (stretch !== undefined) {
        const why = stretch.why === 'closure' ? 'absence' : stretch.why;
        return { rule: 'on-shift', why, technician, name: stretch.name, from: stretch.from, to: stretch.to };
      }
    }
    if (shift !== undefined && shift.from <= at.from && at.to <= shift.to) return null;
    const near = shift ?? shiftOfDay(lane, at, facts);
    if (near === undefined) return { rule: 'on-shift', why: 'no-shift', technician, date: at.start };
    if (at.from < near.from) return { rule: 'on-shift', why: 'before-shift', technician, shiftStart: near.from };
    return { rule: 'on-shift', why: 'after-shift', technician, shiftEnd: near.to };
  },
};

function closedStretch(lane: TechnicianLane, shift: LaneShift | undefined, at: Candidate): ClosedStretch | undefined {
  const touched = (one: ClosedStretch): boolean => overlaps(one, at);
  return (
    lane.facts.absences.find(touched) ??
    shift?.closed.find(touched) ??
    lane.shifts.flatMap((one) => one.closed).find(touched)
  );
}

/** The next shift of the day, else the one before. */
function shiftOfDay(lane: TechnicianLane, at: Candidate, facts: BusyIndex): LaneShift | undefined {
  const day = facts.context.days.find((one) => at.start >= one.from && at.start < one.to);
  if (day === undefined) return undefined;
  const shifts = lane.shifts.filter((one) => overlaps(one, day));
  return shifts.find((one) => one.from >= at.to) ?? shifts.at(-1);
}
