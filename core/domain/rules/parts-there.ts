import { spareAt, whenSpare } from '../board/part-supply.ts';
import type { WorkRule } from './booking-rule.ts';

/**
 * When the busy time begins every part is there, and nobody who takes one later goes without because of it (hard rule 5).
 */
export const partsThere: WorkRule = {
  name: 'parts-there',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at, { parts }) {
    for (const { partId } of at.needs.parts) {
      const needed = at.needs.parts.reduce((sum, one) => sum + (one.partId === partId ? one.quantity : 0), 0);
      const supply = parts.get(partId);
      const available = supply === undefined ? 0 : spareAt(supply, at.from);
      if (available >= needed) continue;
      return {
        rule: 'parts-there',
        why: 'missing',
        part: supply?.facts.name ?? partId,
        needed,
        available: Math.max(0, available),
        arrivesAt: supply === undefined ? null : whenSpare(supply, needed, at.from),
      };
    }
    return null;
  },
};
