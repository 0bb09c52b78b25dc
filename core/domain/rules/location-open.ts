import { overlaps } from '../../kernel/sorted-ranges.ts';
import { holds } from '../board/stretches.ts';
import type { WorkRule } from './booking-rule.ts';

/** Work at the location, buffers left out, lies within its opening hours. Work at a customer's place does not ask. */
export const locationOpen: WorkRule = {
  name: 'location-open',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at, { open, context }) {
    if (at.needs.place !== null || holds(open, at.start, at.end)) return null;
    const closure = context.closures.find((one) => overlaps(one, { from: at.start, to: at.end }));
    if (closure !== undefined) return { rule: 'location-open', why: 'closure', name: closure.name };
    const inside = context.open.find((one) => one.from <= at.start && at.start < one.to);
    const next = context.open.find((one) => one.from > at.start);
    return {
      rule: 'location-open',
      why: 'closed',
      closesAt: inside?.to ?? null,
      opensAt: inside === undefined ? (next?.from ?? null) : null,
    };
  },
};
