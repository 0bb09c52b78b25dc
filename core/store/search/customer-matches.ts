import type { CustomerMatch } from '../../contract/views/search-view.ts';
import type { Unit } from '../../domain/work/customer.ts';
import type { Database, Scope, SearchIndex } from '../engine.ts';
import { forIds } from '../queries/id-lists.ts';
import { byPlace } from '../queries/ordering.ts';
import { getRows } from '../queries/rows.ts';
import { ownedBy } from '../queries/scope.ts';
import { unitFace } from '../rows/unit-row.ts';
import { candidates, wantedFrom } from './candidates.ts';

async function unitsByCustomer(db: Database, scope: Scope, ids: readonly string[]): Promise<Map<string, Unit[]>> {
  const rows = await forIds(ids, async (list) => {
    const found = await db
      .selectFrom('units')
      .selectAll()
      .where((where) => where('customer_id', 'in', list as readonly Unit['customerId'][]))
      .where(ownedBy(scope))
      .execute();
    return found.map((row) => unitFace.fromRow(row));
  });
  return Map.groupBy(rows.toSorted(byPlace), (unit): string => unit.customerId);
}

/** Customers by name, phone, contact, or the plate of one of their units; best first. */
export async function customerMatches(
  db: Database,
  scope: Scope,
  index: SearchIndex,
  text: string,
  limit: number,
): Promise<readonly CustomerMatch[]> {
  const wanted = wantedFrom(text);
  if (wanted === undefined || limit < 1) return [];
  const customers = await candidates(db, scope, index, 'customer', wanted, limit);
  const found = await candidates(db, scope, index, 'unit', wanted, limit);
  const rankOfUnit = new Map(found.map((one) => [one.id, one.rank]));
  const units = await getRows(
    db,
    scope,
    'unit',
    found.map((one) => one.id),
  );
  const owners = units.map((unit) => ({ id: String(unit.customerId), rank: rankOfUnit.get(unit.id) ?? 2 }));
  const ranked = [...customers, ...owners].toSorted((one, other) => one.rank - other.rank);
  const ids = [...new Set(ranked.map((one) => one.id))].slice(0, limit);
  const owned = await unitsByCustomer(db, scope, ids);
  return (await getRows(db, scope, 'customer', ids)).map((one) => ({
    id: one.id,
    name: one.name,
    tier: one.tier,
    phone: one.phone,
    address: one.address,
    coordinates: one.coordinates,
    units: (owned.get(one.id) ?? []).map(({ id, name, plate }) => ({ id, name, plate })),
  }));
}
