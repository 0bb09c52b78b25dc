import { named, type BayRule, type WorkRule } from './booking-rule.ts';

/** The bay offers every capability the work asks for. */
export const bayCapable: BayRule = {
  name: 'bay-capable',
  asks: 'bay',
  defaultSeverity: 'block',
  judge(bay, at) {
    const offers = bay.lane.facts.capabilities;
    const capability = at.needs.capabilities?.find((one) => !offers.includes(one));
    return capability === undefined ? null : { rule: 'bay-capable', why: 'missing', bay: named(bay), capability };
  },
};

/** Work that needs a bay has one. */
export const bayClaimed: WorkRule = {
  name: 'bay-capable',
  asks: 'work',
  defaultSeverity: 'block',
  judge(at) {
    if (at.needs.capabilities === null || at.bays.length > 0) return null;
    return { rule: 'bay-capable', why: 'no-bay' };
  },
};
