import type { Trap } from '../../core/contract/views/health-view.ts';
import { localDate } from '../../core/domain/time/local-date.ts';

const resource = { id: 'r', name: 'Bay 3' };
const rule = { id: 'l', name: 'Long jobs' };
const expiredOn = localDate('2026-10-01');

/** One of every silent trap; the compiler refuses a missing or a superfluous one. */
export const TRAPS: { readonly [K in Trap['trap']]: readonly Extract<Trap, { trap: K }>[] } = {
  'technician-without-shift': [{ trap: 'technician-without-shift', resource: { id: 't', name: 'Mike' } }],
  'resource-without-hours': [{ trap: 'resource-without-hours', resource, kind: 'bay' }],
  'zero-duration': [{ trap: 'zero-duration', of: 'serviceType', thing: { id: 's', name: 'Oil change' } }],
  'skill-nobody-holds': [{ trap: 'skill-nobody-holds', skill: 'Engine', level: 3 }],
  'capability-nobody-offers': [{ trap: 'capability-nobody-offers', capability: 'lift' }],
  'part-without-stock': [
    { trap: 'part-without-stock', part: { id: 'p', name: 'Filter' }, location: { id: 'o', name: 'Harbour' } },
  ],
  'service-fits-nothing': [{ trap: 'service-fits-nothing', serviceType: { id: 's', name: 'Oil change' } }],
  'skill-expired': [{ trap: 'skill-expired', resource, skill: 'Engine', expiredOn }],
  'capability-expired': [{ trap: 'capability-expired', resource, capability: 'lift', expiredOn }],
  'rule-never-matches': (['scope-gone', 'over', 'empty'] as const).map((why) => ({
    trap: 'rule-never-matches',
    rule,
    why,
  })),
  'series-resource-gone': [{ trap: 'series-resource-gone', series: { id: 'w', name: 'Weekly check' }, resource }],
};
