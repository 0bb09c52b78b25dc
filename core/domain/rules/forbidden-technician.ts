import { named, type TechnicianRule } from './booking-rule.ts';

/** Nobody is sent whom the customer or the work rules out. */
export const forbiddenTechnician: TechnicianRule = {
  name: 'forbidden-technician',
  asks: 'technician',
  defaultSeverity: 'block',
  judge(technician, at) {
    if (!at.needs.forbiddenTechnicians.includes(technician.lane.facts.id)) return null;
    return { rule: 'forbidden-technician', why: 'forbidden', technician: named(technician) };
  },
};
