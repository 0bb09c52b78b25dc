import { minutesBetween } from '../time/instant.ts';
import type { WorkRule } from './booking-rule.ts';

/** The work is as long as its kind of appointment usually is. */
export const durationRange: WorkRule = {
  name: 'duration-range',
  asks: 'work',
  defaultSeverity: 'caution',
  judge(at) {
    const range = at.needs.durationRange;
    if (range === null) return null;
    const duration = minutesBetween(at.start, at.end);
    if (duration >= range.shortest && duration <= range.longest) return null;
    return { rule: 'duration-range', why: duration < range.shortest ? 'too-short' : 'too-long', ...range, duration };
  },
};
