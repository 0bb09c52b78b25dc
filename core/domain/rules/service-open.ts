import { overlaps } from '../../kernel/sorted-ranges.ts';
import type { WorkRule } from './booking-rule.ts';

/** Work of a service type lies within the hours that a schedule rule gives it, and outside its blackouts. */
export const serviceOpen: WorkRule = {
  name: 'service-open',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at, { context: { rules } }) {
    const { serviceTypeId } = at.needs;
    if (serviceTypeId === null || rules.services.length === 0) return null;
    const service = rules.services.find((one) => one.serviceTypeId === serviceTypeId);
    if (service === undefined) return null;
    const work = { from: at.start, to: at.end };
    const blackout = service.blackouts.find((one) => overlaps(one, work));
    if (blackout !== undefined)
      return { rule: 'service-open', why: 'blackout', name: blackout.name, priority: blackout.priority };
    const { hours } = service;
    if (hours === null || hours.open.some((one) => one.from <= at.start && at.end <= one.to)) return null;
    return { rule: 'service-open', why: 'closed', name: hours.name, priority: hours.priority };
  },
};
