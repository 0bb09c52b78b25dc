import type { WorkRule } from './booking-rule.ts';
import { missingPart } from './missing-part.ts';

/**
 * When the busy time begins every critical part is there, and nobody who takes one later goes without because of it (hard
 * rule 5). A part that can be ordered counts from now and its lead time on.
 */
export const partsThere: WorkRule = {
  name: 'parts-there',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at, facts) {
    const critical = at.needs.parts.filter((need) => need.critical !== false);
    const missing = missingPart(at, critical, facts);
    return missing === null ? null : { rule: 'parts-there', why: 'missing', ...missing };
  },
};
