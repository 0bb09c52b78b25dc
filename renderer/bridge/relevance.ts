import type { ChangeEvent } from '../../core/contract/events.ts';
import type { QueryName } from '../../core/contract/queries/index.ts';
import { NAMED_ENTITIES } from '../../core/domain/ops/named-entity.ts';
import type { EntityName } from '../../core/domain/ops/op.ts';

const PLAN: ReadonlySet<EntityName> = new Set([
  'appointment',
  'resource',
  'absence',
  'location',
  'workOrder',
  'scheduleRule',
  'series',
]);
const SETUP: ReadonlySet<EntityName> = new Set([
  'organization',
  'location',
  'resource',
  'appointmentKind',
  'serviceType',
  'part',
]);
const WORK: ReadonlySet<EntityName> = new Set([...PLAN, 'customer', 'unit', 'reservation', 'stock', 'serviceType']);
const PEOPLE: ReadonlySet<EntityName> = new Set(['customer', 'unit', 'workOrder', 'appointment']);

/** Which kinds of rows an answer is made of; null means it is asked again after every change. */
const MADE_OF: Readonly<Record<QueryName, ReadonlySet<EntityName> | null>> = {
  setup: SETUP,
  boardForRange: new Set([...PLAN, 'customer', 'unit']),
  placementContext: new Set([...PLAN, 'organization', 'stock', 'reservation', 'part']),
  placementNeeds: WORK,
  tray: WORK,
  appointmentDetails: WORK,
  workOrderDetails: WORK,
  suggestSlots: new Set([...WORK, 'organization']),
  absenceImpact: WORK,
  resourceSchedule: PLAN,
  freeTime: PLAN,
  resourceUtilisation: PLAN,
  nextFreeSlot: new Set([...PLAN, 'organization']),
  search: PEOPLE,
  customerMatches: PEOPLE,
  history: null,
  undoState: null,
  jobSheets: new Set([...WORK, 'part']),
  icsExport: PEOPLE,
  backups: null,
  verify: null,
  alerts: new Set(['alert', 'unit']),
  alertDetails: new Set([...PEOPLE, 'alert']),
  scheduleRules: new Set(['scheduleRule']),
  changeTerms: new Set(['appointment', 'organization', 'serviceType', 'customer']),
  fees: new Set(['fee']),
  byExternalId: new Set(NAMED_ENTITIES),
  ripple: null,
  repairOptions: null,
  atRisk: null,
  waitlist: new Set(['waitlistEntry', 'customer', 'workOrder', 'serviceType', 'appointment']),
  exposedSlots: new Set([...WORK, 'exposure', 'organization']),
  holds: new Set(['appointment', 'resource']),
  slotInstances: new Set(['slotInstance', 'resource']),
  seriesList: new Set(['series', 'resource', 'location', 'customer']),
  occurrences: new Set(['series', 'appointment', 'resource', 'location']),
  seriesPreview: new Set([...WORK, 'organization', 'part', 'scheduleRule', 'series']),
  users: new Set(['user', 'resource']),
  boardAt: null,
  healthCheck: null,
  exportRows: null,
  report: new Set([...WORK, 'organization', 'scheduleRule']),
};

/** True when the answer to a query may differ after the change. A board of another location or week stays as it is. */
export function isRelevant(name: QueryName, input: unknown, event: ChangeEvent): boolean {
  const kinds = MADE_OF[name];
  if (kinds !== null && !event.touched.some((row) => kinds.has(row.entity))) return false;
  const place = locationOf(input);
  return place === null || event.locations.length === 0 || event.locations.some((location) => location === place);
}

function locationOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('locationId' in input)) return null;
  return typeof input.locationId === 'string' ? input.locationId : null;
}
