import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { isNamedEntity, type NamedEntity } from '../domain/ops/named-entity.ts';
import type { Entities, Op } from '../domain/ops/op.ts';
import type { ExternalId } from '../domain/organization/external-id.ts';
import type { Reader } from './ports/store.ts';

type Reads = { readonly [E in NamedEntity]: (read: Reader, name: ExternalId) => Promise<readonly Entities[E][]> };

const READS: Reads = {
  appointment: (read, { source, id }) => read.appointmentsByExternalId(source, id),
  workOrder: (read, name) => read.rowsByExternalId('workOrder', name),
  customer: (read, name) => read.rowsByExternalId('customer', name),
  unit: (read, name) => read.rowsByExternalId('unit', name),
  resource: async (read, name) => (await read.all('resource')).filter((row) => carries(row, name)),
  part: (read, name) => read.rowsByExternalId('part', name),
  serviceType: (read, name) => read.rowsByExternalId('serviceType', name),
  location: (read, name) => read.rowsByExternalId('location', name),
};

/** Rows that another system knows under that id; both are compared as they are written. Of appointments also those it made. */
export function rowsNamed<E extends NamedEntity>(
  read: Reader,
  entity: E,
  name: ExternalId,
): Promise<readonly Entities[E][]> {
  return READS[entity](read, name);
}

function carries(
  { externalIds }: { readonly externalIds: readonly ExternalId[] },
  { source, id }: ExternalId,
): boolean {
  return externalIds.some((one) => one.source === source && one.id === id);
}

/**
 * No two things of one kind are called the same by one system. What is called off keeps its names without standing in
 * anybody's way, and the system that made an appointment is not asked about: it may have made several with one id.
 */
export async function checkExternalIds(read: Reader, ops: readonly Op[]): Promise<Outcome<null, Refusal>> {
  for (const op of ops) {
    if (!isNamedEntity(op.entity)) continue;
    for (const name of freshNames(op)) {
      const other = await holderOf(read, op.entity, name, op.id);
      if (other !== null) return refuse({ kind: 'external-id-taken', entity: op.entity, ...name, ...other });
    }
  }
  return accept(null);
}

function freshNames(op: Op): readonly ExternalId[] {
  if (op.op === 'delete') return [];
  const after = namesIn(op.op === 'insert' ? op.row : op.after);
  if (after.length === 0) return [];
  const before = op.op === 'insert' ? [] : namesIn(op.before);
  return after.filter((name) => !carries({ externalIds: before }, name));
}

/** Rows that were written into the log by an older version have none. */
function namesIn(row: object): readonly ExternalId[] {
  return 'externalIds' in row && Array.isArray(row.externalIds) ? (row.externalIds as readonly ExternalId[]) : [];
}

async function holderOf(
  read: Reader,
  entity: NamedEntity,
  name: ExternalId,
  own: string,
): Promise<{ readonly by: string; readonly byId: string } | null> {
  for (const row of await rowsNamed(read, entity, name)) {
    if (row.id === own || !carries(row, name)) continue;
    if ('state' in row && row.state.status === 'cancelled') continue;
    return { by: 'name' in row ? row.name : row.title, byId: row.id };
  }
  return null;
}
