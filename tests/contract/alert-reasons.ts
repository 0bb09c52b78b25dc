import type { AlertReason, AlertWhy } from '../../core/domain/work/alert.ts';
import { NINE } from './reasons.ts';

const facts: { readonly [W in AlertWhy]: readonly AlertReason['facts'][] } = {
  priority: [{ severity: 'critical', priority: 'urgent' }],
  'location-assumed': [{ location: 'Harbour' }],
  'location-unknown': [{}],
  'unit-known': [{ unit: 'Van', customer: 'Ola' }],
  'unit-unknown': [{ unit: 'V001' }],
  'service-known': [{ service: 'Engine repair' }],
  'service-by-words': [{ service: 'Engine repair' }, { service: 'Engine repair', count: 3 }],
  'service-chosen': [
    { service: 'Brake repair', kind: 'Repair', count: 5, said: 5, possible: 4 },
    { service: 'Brake repair', kind: 'Repair', count: 5, said: 2, possible: 1 },
    { service: 'Brake repair', kind: 'Repair', count: 5, said: 5, possible: 0 },
  ],
  'service-not-said': [{}],
  'service-none': [{ kind: 'Repair' }],
  'kind-unknown': [{ kind: 'polish' }],
  'kind-by-severity': [{ severity: 'critical', kind: 'Repair' }],
  'kind-missing': [{ severity: 'emergency' }],
  'service-first': [{ service: 'Roadside help' }],
  'service-unclear': [{ kind: 'Repair', count: 3 }],
  'service-unknown': [{ service: 'polish' }],
  'no-service-wanted': [{}],
  'handled-before': [{ number: 4821 }],
  'details-missing': [{}],
  'health-missing': [{}],
  'stock-missing': [{}],
  'switched-off': [{}],
  'kind-by-hand': [{ kind: 'Maintenance' }],
  'not-critical': [{ kind: 'Repair' }],
  'no-days': [{}],
  'unit-needed': [{ kind: 'Repair' }],
  'books-within': [{ kind: 'Repair', days: 7 }],
  'books-at-once': [{ kind: 'Emergency' }],
  'nothing-fits': [{ until: NINE }],
  'cannot-book': [{ refusal: 'blocked' }],
  'asks-approval': [{}],
  booked: [
    { start: NINE, technician: 'Anna', bay: 'Bay 1' },
    { start: NINE, technician: 'Anna', bay: '' },
  ],
  'waits-on-top': [{ number: 4821 }],
  waits: [{ number: 4821 }],
};

/** One of every step a decision about a message can take. */
export const ALERT_REASONS: readonly AlertReason[] = (Object.keys(facts) as AlertWhy[]).flatMap((why) =>
  facts[why].map((one) => ({ why, facts: one })),
);
