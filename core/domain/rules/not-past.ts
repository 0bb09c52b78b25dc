import type { WorkRule } from './booking-rule.ts';

/** Work starts now or later, unless somebody writes down what happened. */
export const notPast: WorkRule = {
  name: 'not-past',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at, { context: { now } }) {
    if (at.recording || at.start >= now) return null;
    return { rule: 'not-past', why: 'past', start: at.start, now };
  },
};
