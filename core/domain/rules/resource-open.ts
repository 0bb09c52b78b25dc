import { overlaps } from '../../kernel/sorted-ranges.ts';
import { holds, touches } from '../board/stretches.ts';
import { named, type ResourceRule } from './booking-rule.ts';

/** The busy time, buffers included, lies within the hours of the equipment, room, team or other thing, outside its absences. */
export const resourceOpen: ResourceRule = {
  name: 'resource-open',
  asks: 'resource',
  defaultSeverity: 'block',
  judge(held, at) {
    const { lane } = held;
    const resource = named(held);
    if (touches(lane.closed, at.from, at.to)) {
      const absence = lane.facts.absences.find((one) => overlaps(one, at));
      if (absence !== undefined) {
        const why = absence.why === 'blackout' ? 'blackout' : 'absence';
        return { rule: 'resource-open', why, resource, name: absence.name, to: absence.to };
      }
    }
    if (holds(lane.open, at.from, at.to)) return null;
    const inside = lane.facts.open.find((one) => one.from <= at.from && at.from < one.to);
    const next = lane.facts.open.find((one) => one.from > at.from);
    return {
      rule: 'resource-open',
      why: 'closed',
      resource,
      opensAt: inside === undefined ? (next?.from ?? null) : null,
      closesAt: inside?.to ?? null,
    };
  },
};
