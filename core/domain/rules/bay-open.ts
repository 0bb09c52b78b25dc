import { overlaps } from '../../kernel/sorted-ranges.ts';
import { holds, touches } from '../board/stretches.ts';
import { named, type BayRule } from './booking-rule.ts';

/** The busy time, buffers included, lies within the bay's hours and outside its absences (hard rule 4). */
export const bayOpen: BayRule = {
  name: 'bay-open',
  asks: 'bay',
  defaultSeverity: 'block',
  judge(held, at) {
    const { lane } = held;
    const bay = named(held);
    if (touches(lane.closed, at.from, at.to)) {
      const absence = lane.facts.absences.find((one) => overlaps(one, at));
      if (absence !== undefined) {
        const why = absence.why === 'blackout' ? 'blackout' : 'absence';
        return { rule: 'bay-open', why, bay, name: absence.name, to: absence.to };
      }
    }
    if (holds(lane.open, at.from, at.to)) return null;
    const inside = lane.facts.open.find((one) => one.from <= at.from && at.from < one.to);
    const next = lane.facts.open.find((one) => one.from > at.from);
    return {
      rule: 'bay-open',
      why: 'closed',
      bay,
      opensAt: inside === undefined ? (next?.from ?? null) : null,
      closesAt: inside?.to ?? null,
    };
  },
};
