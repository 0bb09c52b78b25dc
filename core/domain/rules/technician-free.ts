import { crowdedAt } from '../board/busy-list.ts';
import { named, type TechnicianRule } from './booking-rule.ts';

/** Nobody does two things at one time. Always a block, whatever the organization says. */
export const technicianFree: TechnicianRule = {
  name: 'technician-free',
  asks: 'technician',
  defaultSeverity: 'block',
  judge(held, at) {
    const { busy, facts } = held.lane;
    const other = busy.claims[crowdedAt(busy, at.from, at.to, facts.capacity - held.units)];
    if (other === undefined) return null;
    const { title, from, to } = other;
    return { rule: 'technician-free', why: 'double-use', technician: named(held), title, from, to };
  },
};
