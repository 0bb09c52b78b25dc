import type { Reader } from '../../../core/application/ports/store.ts';
import type { Reservation } from '../../../core/domain/parts/part.ts';
import type { AppointmentStatus } from '../../../core/domain/work/appointment.ts';
import type { Fee } from '../../../core/domain/work/fee.ts';
import { EARLIEST, LATEST, range } from '../../../core/domain/time/instant.ts';
import { every, feeKey, reservationKey, waitingKey, type Row, type Rows } from './rows.ts';
import type { Site } from './site.ts';
import { TOPICS } from './topics.ts';

/** The product's rows by id, each with its whole text; reminders that went out are left out, as nothing takes them back. */
export type Seen = ReadonlyMap<string, { readonly row: object; readonly text: string }>;

const ALWAYS = range(EARLIEST, LATEST);

const CHARGED: readonly AppointmentStatus[] = ['cancelled', 'no-show'];

/** Everything of the product that the model keeps, and whatever else stands beside it of the same sorts. */
export async function rowsOf(read: Reader, site: Site, expected: Rows): Promise<Seen> {
  const resources = await read.all('resource');
  const lanes = resources.map((lane) => lane.id);
  const hasParts = new Set<string>(every(expected, 'reservation').map((one) => one.appointmentId));
  const idsOf = (entity: Row['entity']): readonly string[] => every(expected, entity).map((one) => one.id);
  const appointments = await read.appointmentsAt(site.locationId, ALWAYS);
  const takings = await read.takings([site.stockId]);
  const reservations: Reservation[] = [];
  for (const one of appointments.filter(({ id }) => hasParts.has(id)))
    reservations.push(...(await read.reservationsOf(one.id)));
  const waiting = await read.find('waitlistEntry', { locationId: site.locationId });
  const fees: Fee[] = [];
  for (const one of appointments)
    if (CHARGED.includes(one.state.status)) fees.push(...(await read.find('fee', { subjectId: one.id })));
  const found: readonly { readonly id: string }[] = [
    ...appointments,
    ...reservations.map((one) => ({ ...one, id: reservationKey(one) })),
    ...fees.map((one) => ({ ...one, id: feeKey(one.appointmentId), realId: one.id })),
    ...waiting.map((one) => ({ ...one, id: waitingKey(one), realId: one.id })),
    ...(await read.getMany('workOrder', idsOf('workOrder'))),
    ...(await read.getMany('stock', idsOf('stock'))),
    ...resources,
    ...(await read.all('organization')),
    ...(await read.all('location')),
    ...(await read.all('appointmentKind')),
    ...(await read.all('serviceType')),
    ...(await read.all('scheduleRule')),
    ...(await read.absences(lanes, ALWAYS)),
    ...(await Promise.all(TOPICS.map((one) => one.read(read, site, expected)))).flat(),
  ];
  const standing = every(expected, 'reservation').filter((one) => !one.consumed);
  if (takings.length !== standing.length)
    throw new Error(`${takings.length} reservations stand, the model has ${standing.length}`);
  return new Map(found.map((row) => [row.id, { row, text: JSON.stringify({ ...row, reminded: null }) }]));
}

/** Sentences for every field in which the product is not as the model. */
export function differences(rows: Rows, seen: Seen): readonly string[] {
  const missing = [...rows.values()].flatMap((one) => differencesOf(one, seen.get(one.id)?.row));
  const extra = [...seen.keys()].filter((id) => !rows.has(id)).map((id) => `${seen.get(id)?.text} is not in the model`);
  return [...missing, ...extra];
}

function differencesOf(row: Row, found: object | undefined): readonly string[] {
  if (found === undefined) return [`${row.entity} ${row.id} is missing`];
  const product = new Map<string, unknown>(Object.entries(found));
  return Object.entries(row).flatMap(([field, value]) => {
    if (field === 'entity') return [];
    const wanted = comparable(value);
    const is = comparable(product.get(field));
    return wanted === is ? [] : [`${row.entity} ${row.id} ${field}: model ${wanted}, product ${is}`];
  });
}

/** Lists are compared as sets: their order says nothing that can be seen. */
function comparable(value: unknown): string {
  if (!Array.isArray(value)) return canonical(value);
  return JSON.stringify(value.map(canonical).toSorted());
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
