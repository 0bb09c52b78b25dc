import { named, type BayRule, type WorkRule } from './booking-rule.ts';
import { dateOf } from './date-of.ts';

/** The bay offers every capability the work asks for, on the day of the work. */
export const bayCapable: BayRule = {
  name: 'bay-capable',
  asks: 'bay',
  defaultSeverity: 'block',
  judge(held, at, facts) {
    const bay = named(held);
    for (const capability of at.needs.capabilities ?? []) {
      const offered = held.lane.facts.capabilities.find((one) => one.capability === capability);
      if (offered === undefined) return { rule: 'bay-capable', why: 'missing', bay, capability };
      const { expiresOn } = offered;
      if (expiresOn !== null && expiresOn < dateOf(at.start, facts))
        return { rule: 'bay-capable', why: 'expired', bay, capability, expiredOn: expiresOn };
    }
    return null;
  },
};

/** Work that needs a bay has one. A request that claims nothing has no place yet that could lack it. */
export const bayClaimed: WorkRule = {
  name: 'bay-capable',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at) {
    if (at.needs.capabilities === null || at.bays.length > 0) return null;
    if (at.technicians.length === 0 && at.resources.length === 0) return null;
    return { rule: 'bay-capable', why: 'no-bay' };
  },
};
