import type { Reader } from '../../../core/application/ports/store.ts';
import type { Reservation } from '../../../core/domain/parts/part.ts';
import type { Entities, EntityName } from '../../../core/domain/ops/op.ts';
import { asId } from '../../../core/kernel/id.ts';
import { EARLIEST, LATEST, range } from '../../../core/domain/time/instant.ts';
import { feeKey, reservationKey, waitingKey, type Row, type Rows } from './rows.ts';
import type { Site } from './site.ts';
import { TOPICS } from './topics.ts';

/** The product's rows by id, each with its whole text. */
export type Seen = ReadonlyMap<string, { readonly row: object; readonly text: string }>;

const ALWAYS = range(EARLIEST, LATEST);

/** More than one sequence makes of anything. */
const ALL = 10_000;

/** Everything of the product that the model keeps, and whatever else stands beside it of the same sorts. */
export async function rowsOf(read: Reader, site: Site, expected: Rows): Promise<Seen> {
  const page = <E extends EntityName>(entity: E): Promise<readonly Entities[E][]> => read.page(entity, null, ALL);
  const found: readonly { readonly id: string }[] = [
    ...(await read.appointmentsAt(site.locationId, ALWAYS)),
    ...together(await page('reservation')),
    ...(await page('fee')).map((one) => ({ ...one, id: feeKey(one.appointmentId), realId: one.id })),
    ...(await page('waitlistEntry')).map((one) => ({ ...one, id: waitingKey(one), realId: one.id })),
    ...(await page('workOrder')),
    ...(await page('stock')),
    ...(await page('absence')),
    ...(await read.all('resource')),
    ...(await read.all('organization')),
    ...(await read.all('location')),
    ...(await read.all('appointmentKind')),
    ...(await read.all('serviceType')),
    ...(await read.all('scheduleRule')),
    ...(await Promise.all(TOPICS.map((one) => one.read(read, site, expected)))).flat(),
  ];
  const seen = new Map(found.map((row) => [row.id, { row, text: JSON.stringify(row) }]));
  if (seen.size < found.length) throw new Error('Two rows of the product have one name in the model');
  return seen;
}

/** The text with which a row of the model was found to be right: neither has to be read again while both stay. */
const RIGHT = new WeakMap<Row, string>();

/** What was used beyond what was set aside is a row of its own in the product. */
function together(all: readonly Reservation[]): readonly Reservation[] {
  const sums = new Map<string, Reservation>();
  for (const one of all) {
    const id = asId<'reservation'>(reservationKey(one));
    const quantity = (sums.get(id)?.quantity ?? 0) + one.quantity;
    sums.set(id, { ...one, id, quantity, consumed: one.consumed && (sums.get(id)?.consumed ?? true) });
  }
  return [...sums.values()];
}

/** Sentences for every field in which the product is not as the model. */
export function differences(rows: Rows, seen: Seen): readonly string[] {
  const missing = [...rows.values()].flatMap((one) => {
    const is = seen.get(one.id);
    if (is !== undefined && RIGHT.get(one) === is.text) return [];
    const found = differencesOf(one, is?.row);
    if (is !== undefined && found.length === 0) RIGHT.set(one, is.text);
    return found;
  });
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
