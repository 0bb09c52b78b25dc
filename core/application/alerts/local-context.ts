import type { Instant } from '../../domain/time/instant.ts';
import type { Unit } from '../../domain/work/customer.ts';
import type { Reader } from '../ports/store.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a message has besides what is understood of it: the local answer of the alert service's port. */
export function localDetails(message: Json): Json {
  return Object.fromEntries(Object.entries(message).filter(([field]) => !UNDERSTOOD.has(field)));
}

const UNDERSTOOD: ReadonlySet<string> = new Set([
  'name',
  'version',
  'id',
  'occurredAt',
  'severity',
  'unit',
  'summary',
  'fault',
  'service',
  'location',
  'due',
  'decision',
  'alertId',
]);

const LOOKED_AT = 50;
const RECENT = 90 * 24 * 60 * 60_000;

/** How a unit is, as far as its visits tell: the local answer of the health service's port. */
export async function localHealth(read: Reader, unit: Unit | null, now: Instant): Promise<Json> {
  if (unit === null) return {};
  const visits = await read.appointmentsOfUnit(unit.id, LOOKED_AT);
  const done = visits.filter((one) => one.state.status === 'completed');
  const ahead = visits.filter((one) => one.start > now && one.state.status === 'confirmed');
  return {
    visits: done.length,
    lastVisit: done[0]?.start ?? null,
    lastWork: done[0]?.title ?? '',
    visitsInNinetyDays: done.filter((one) => one.start > now - RECENT).length,
    noShows: visits.filter((one) => one.state.status === 'no-show').length,
    nextVisit: ahead.at(-1)?.start ?? null,
  };
}
