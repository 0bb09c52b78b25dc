import { shiftAround } from '../board/lanes.ts';
import { named, type TechnicianRule } from './booking-rule.ts';

/** No more appointments on the shifts of one date than the technician takes (hard rule 3). */
export const dailyMaximum: TechnicianRule = {
  name: 'daily-maximum',
  asks: 'technician',
  defaultSeverity: 'block',
  judge(held, at) {
    const booked = shiftAround(held.lane, at.from, at.to)?.bookedCount ?? 0;
    const maximum = held.lane.facts.dailyMaximum;
    if (booked < maximum) return null;
    return { rule: 'daily-maximum', why: 'reached', technician: named(held), booked, maximum };
  },
};
