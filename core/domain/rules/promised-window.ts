import type { Instant } from '../time/instant.ts';
import type { WorkRule } from './booking-rule.ts';

/**
 * Work starts in a window the customer was promised. Both ends count, as in the planning schema's hard rule 1: who was
 * promised eight to ten may be served at ten.
 */
export const promisedWindow: WorkRule = {
  name: 'promised-window',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at) {
    const { windows } = at.needs;
    if (windows.length === 0 || windows.some(({ from, to }) => at.start >= from && at.start <= to)) return null;
    const away = ({ from, to }: { readonly from: Instant; readonly to: Instant }): number =>
      Math.max(from - at.start, at.start - to);
    const nearest = windows.reduce((best, window) => (away(window) < away(best) ? window : best));
    return { rule: 'promised-window', why: 'outside', from: nearest.from, to: nearest.to };
  },
};
