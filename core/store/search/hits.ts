import type { SearchHit, SearchKind } from '../../contract/views/search-view.ts';
import type { Customer, Unit } from '../../domain/work/customer.ts';
import type { Database, Scope } from '../engine.ts';
import { getRows } from '../queries/rows.ts';

interface Linked {
  readonly customerId: string | null;
  readonly unitId: string | null;
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** "Hansen Transport · 84 KLM 2" for things that name a customer and a unit. */
async function namer(db: Database, scope: Scope, rows: readonly Linked[]): Promise<(row: Linked) => string> {
  const customers = await getRows(db, scope, 'customer', present(rows.map((row) => row.customerId)));
  const units = await getRows(db, scope, 'unit', present(rows.map((row) => row.unitId)));
  const customer = new Map<string | null, Customer>(customers.map((one) => [one.id, one]));
  const unit = new Map<string | null, Unit>(units.map((one) => [one.id, one]));
  return (row) => joined([customer.get(row.customerId)?.name, unit.get(row.unitId)?.plate]);
}

async function customerHits(db: Database, scope: Scope, ids: readonly string[]): Promise<readonly SearchHit[]> {
  const rows = await getRows(db, scope, 'customer', ids);
  return rows.map(({ id, name, address, tier, phone }) => {
    return { kind: 'customer', id, title: name, detail: address, tier, phone };
  });
}

async function unitHits(db: Database, scope: Scope, ids: readonly string[]): Promise<readonly SearchHit[]> {
  const rows = await getRows(db, scope, 'unit', ids);
  const name = await namer(
    db,
    scope,
    rows.map((row) => ({ customerId: row.customerId, unitId: null })),
  );
  return rows.map(({ id, name: title, customerId, plate }) => {
    return { kind: 'unit', id, title, detail: name({ customerId, unitId: null }), customerId, plate };
  });
}

async function workOrderHits(db: Database, scope: Scope, ids: readonly string[]): Promise<readonly SearchHit[]> {
  const rows = await getRows(db, scope, 'workOrder', ids);
  const name = await namer(db, scope, rows);
  return rows.map((row) => {
    const { id, title, number } = row;
    return { kind: 'workOrder', id, title, detail: name(row), number, open: row.state.status === 'open' };
  });
}

async function appointmentHits(db: Database, scope: Scope, ids: readonly string[]): Promise<readonly SearchHit[]> {
  const rows = await getRows(db, scope, 'appointment', ids);
  const name = await namer(db, scope, rows);
  return rows.map((row) => {
    const { id, title, start, locationId } = row;
    return { kind: 'appointment', id, title, detail: name(row), start, status: row.state.status, locationId };
  });
}

const HITS = {
  customer: customerHits,
  unit: unitHits,
  workOrder: workOrderHits,
  appointment: appointmentHits,
} as const;

/** The lines of one kind, in the order of the ids. */
export function hitsOf(
  db: Database,
  scope: Scope,
  kind: SearchKind,
  ids: readonly string[],
): Promise<readonly SearchHit[]> {
  return HITS[kind](db, scope, ids);
}
