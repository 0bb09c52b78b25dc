import type { WorkRule } from './booking-rule.ts';
import { missingPart } from './missing-part.ts';

/** Parts without which the work can still begin should be there as well. */
export const partsWanted: WorkRule = {
  name: 'parts-wanted',
  asks: 'work',
  defaultSeverity: 'caution',
  judge(at, facts) {
    const wanted = at.needs.parts.filter((need) => need.critical === false);
    const missing = missingPart(at, wanted, facts);
    return missing === null ? null : { rule: 'parts-wanted', why: 'missing', ...missing };
  },
};
