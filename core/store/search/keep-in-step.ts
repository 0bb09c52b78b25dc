import type { SearchKind } from '../../contract/views/search-view.ts';
import type { Op } from '../../domain/ops/op.ts';
import type { Database, SearchIndex } from '../engine.ts';
import { documentOf } from './documents.ts';

/** Which fields of an entity its document is made of; a change elsewhere, like a move, costs search nothing. */
const FIELDS: Readonly<Record<SearchKind, readonly string[]>> = {
  customer: ['name', 'phone', 'email', 'address', 'contacts'],
  unit: ['name', 'plate', 'details', 'customerId'],
  workOrder: ['number', 'title', 'description', 'customerId', 'unitId'],
  appointment: ['title', 'description', 'participants', 'workOrderId', 'customerId', 'unitId'],
};
/** Fields that the documents of others repeat. */
const REPEATED = ['name', 'plate', 'number'];

function kindOf(op: Op): SearchKind | undefined {
  const { entity } = op;
  return entity === 'customer' || entity === 'unit' || entity === 'workOrder' || entity === 'appointment'
    ? entity
    : undefined;
}

async function idsOf(
  db: Database,
  table: 'units' | 'work_orders' | 'appointments',
  column: 'customer_id' | 'unit_id' | 'work_order_id',
  id: string,
): Promise<readonly string[]> {
  const { ref } = db.dynamic;
  const rows = await db.selectFrom(table).select('id').where(ref<string>(column), '=', id).execute();
  return rows.map((row) => row.id);
}

/** Things whose documents repeat the name of this one. */
async function dependents(
  db: Database,
  kind: SearchKind,
  id: string,
): Promise<readonly (readonly [SearchKind, string])[]> {
  const found: (readonly [SearchKind, string])[] = [];
  const add = (of: SearchKind, ids: readonly string[]): void => {
    for (const one of ids) found.push([of, one]);
  };
  if (kind === 'customer') {
    add('unit', await idsOf(db, 'units', 'customer_id', id));
    add('workOrder', await idsOf(db, 'work_orders', 'customer_id', id));
    add('appointment', await idsOf(db, 'appointments', 'customer_id', id));
  }
  if (kind === 'unit') {
    add('workOrder', await idsOf(db, 'work_orders', 'unit_id', id));
    add('appointment', await idsOf(db, 'appointments', 'unit_id', id));
  }
  if (kind === 'workOrder') add('appointment', await idsOf(db, 'appointments', 'work_order_id', id));
  return found;
}

/** Renews the documents the ops make old. To be called when all rows are written. */
export async function keepSearchInStep(db: Database, index: SearchIndex, ops: readonly Op[]): Promise<void> {
  const due = new Map<string, readonly [SearchKind, string]>();
  const mark = (kind: SearchKind, id: string): unknown => due.set(`${kind} ${id}`, [kind, id]);
  for (const op of ops) {
    const kind = kindOf(op);
    if (kind === undefined) continue;
    const changed = op.op === 'update' ? Object.keys(op.after) : null;
    if (changed === null || changed.some((field) => FIELDS[kind].includes(field))) mark(kind, op.id);
    if (changed?.some((field) => REPEATED.includes(field))) {
      for (const [other, id] of await dependents(db, kind, op.id)) mark(other, id);
    }
  }
  for (const [kind, id] of due.values()) {
    const document = await documentOf(db, kind, id);
    await (document === undefined ? index.drop(db, kind, id) : index.put(db, document));
  }
}
