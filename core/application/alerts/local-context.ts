import type { JsonObject } from '../../contract/services/json-object.ts';
import type { Location } from '../../domain/organization/location.ts';
import { instant, range, type Instant } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { MeantWork } from './work-of-message.ts';
import { asideNow } from '../parts-aside.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';

/** What the message is about, as far as it is known here. */
type About = Pick<MeantWork, 'unit' | 'service'> & { readonly location: Location | null };

/**
 * What a message has besides what is understood of it, and what lies here of the parts its service takes: the local answer
 * of the alert service's port.
 */
export async function localDetails(read: Reader, scene: Scene, message: JsonObject, about: About): Promise<JsonObject> {
  const rest = Object.fromEntries(Object.entries(message).filter(([field]) => !UNDERSTOOD.has(field)));
  const parts = await partsHere(read, scene, about);
  return parts.length === 0 ? rest : { partsHere: parts, ...rest };
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

async function partsHere(read: Reader, scene: Scene, { service, location }: About): Promise<readonly JsonObject[]> {
  const needs = service.serviceType?.parts ?? [];
  if (location === null || needs.length === 0) return [];
  const partIds = needs.map((need) => need.partId);
  const stocks = await read.stocksAt(location.id, partIds);
  const stockIds = stocks.map((stock) => stock.id);
  const { standing } = await asideNow(read, scene, location.id, stockIds);
  const parts = await read.all('part');
  return needs.map(({ partId, quantity }) => {
    const part = parts.find((one) => one.id === partId);
    const stock = stocks.find((one) => one.partId === partId);
    const free = stock === undefined ? 0 : stock.onHand - (standing.get(stock.id) ?? 0);
    return { number: part?.number ?? '', name: part?.name ?? '', needed: quantity, free };
  });
}

const LOOKED_AT = 50;
const LAST = 5;
const DAY = 24 * 60 * 60_000;
const RECENT = 90 * DAY;
/** Alerts older than this are no longer news, whatever became of them. */
const FRESH = 30 * DAY;

/** How a unit is, as far as its visits and alerts tell: the local answer of the health service's port. */
export async function localHealth(read: Reader, about: About, now: Instant): Promise<JsonObject> {
  const { unit } = about;
  if (unit === null) return {};
  const visits = await read.appointmentsOfUnit(unit.id, LOOKED_AT);
  const done = visits.filter((one) => one.state.status === 'completed');
  const ahead = visits.filter((one) => one.start > now && one.state.status === 'confirmed');
  return {
    visits: done.length,
    lastVisit: done[0]?.start ?? null,
    lastWork: done[0]?.title ?? '',
    lastServices: done.slice(0, LAST).map(serviceLine),
    visitsInNinetyDays: done.filter((one) => one.start > now - RECENT).length,
    noShows: visits.filter((one) => one.state.status === 'no-show').length,
    nextVisit: ahead.at(-1)?.start ?? null,
    openAlerts: await openAlerts(read, about, now),
  };
}

function serviceLine({ title, start, end }: Appointment): JsonObject {
  return { title, start, minutes: (end - start) / 60_000 };
}

/** Messages about the unit whose work is not done yet, newest first. */
async function openAlerts(read: Reader, { unit, location }: About, now: Instant): Promise<readonly JsonObject[]> {
  const recent = await read.find('alert', {
    ...(location === null ? {} : { locationId: location.id }),
    status: ['booked', 'work-order'],
    range: range(instant(now - FRESH), instant(now + 1)),
  });
  const open: JsonObject[] = [];
  for (const { unitId, outcome, messageId, summary, receivedAt } of recent.toReversed()) {
    if (unitId !== unit?.id || outcome.status === 'noted' || open.length === LAST) continue;
    const workOrder = await read.get('workOrder', outcome.workOrderId);
    if (workOrder?.state.status === 'open') open.push({ messageId, summary, receivedAt, workOrder: workOrder.number });
  }
  return open;
}
