import type { BusyIndex } from '../board/busy-index.ts';
import type { TechnicianLane } from '../board/lanes.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import { named, type TechnicianRule } from './booking-rule.ts';

/** Every technician has each skill at its level or above, on the day of the work. */
export const skills: TechnicianRule = {
  name: 'skills',
  asks: 'technician',
  defaultSeverity: 'block',
  judge(held, at, facts) {
    const technician = named(held);
    for (const { skill, level: needed } of at.needs.skills) {
      const has = held.lane.facts.skills.find((one) => one.skill === skill);
      if (has === undefined) return { rule: 'skills', why: 'missing', technician, skill, needed };
      if (has.level < needed) return { rule: 'skills', why: 'too-low', technician, skill, needed, level: has.level };
      const { expiresOn } = has;
      if (expiresOn !== null && expiresOn < dateOf(at.start, held.lane, facts)) {
        return { rule: 'skills', why: 'expired', technician, skill, expiredOn: expiresOn };
      }
    }
    return null;
  },
};

/** The local date at `start`; outside the days of the context the nearest shift's. Dates compare as texts. */
function dateOf(start: Instant, lane: TechnicianLane, facts: BusyIndex): LocalDate | '' {
  const day = facts.context.days.find((one) => start < one.to && start >= one.from);
  return day?.date ?? lane.shifts.findLast((shift) => shift.from <= start)?.date ?? '';
}
