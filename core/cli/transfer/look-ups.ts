import type { Reply } from '../../contract/refusal.ts';
import type { ExportPage } from '../../contract/views/export-view.ts';
import type { SetupView } from '../../contract/views/setup-view.ts';
import type { EntityName, Entities } from '../../domain/ops/op.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Target } from '../target.ts';

const PAGE = 500;

/** All rows of one kind, page by page; refused with the answer that was no page. */
export async function everyRow<E extends EntityName>(
  target: Target,
  entity: E,
): Promise<Outcome<readonly Entities[E][], Reply & { readonly ok: false }>> {
  const rows: Entities[E][] = [];
  let after: string | null = null;
  do {
    const reply: Reply = await target.call('query', 'exportRows', { entity, after, limit: PAGE });
    if (!reply.ok) return refuse(reply);
    const page = reply.value as ExportPage;
    rows.push(...(page.rows as readonly Entities[E][]));
    after = page.next;
  } while (after !== null);
  return accept(rows);
}

/** Names as people write them in a file, and the ids they stand for. */
export interface LookUps {
  readonly setup: SetupView;
  readonly customers: ReadonlyMap<string, Entities['customer']>;
  /** By plate, and by name where there is no plate; customers may have units of one name. */
  readonly units: ReadonlyMap<string, readonly Entities['unit'][]>;
  readonly workOrders: ReadonlyMap<string, Entities['workOrder']>;
  readonly names: ReadonlyMap<string, string>;
  /** By part. */
  readonly stocks: ReadonlyMap<string, readonly Entities['stock'][]>;
}

export const fold = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
export const plateOf = (plate: string): string => plate.toUpperCase().replaceAll(/[\s-]/g, '');

/** What a CSV file's names are looked up in, read once. */
export async function loadLookUps(target: Target): Promise<Outcome<LookUps, Reply & { readonly ok: false }>> {
  const reply = await target.call('query', 'setup', {});
  if (!reply.ok) return refuse(reply);
  const setup = reply.value as SetupView;
  const customers = await everyRow(target, 'customer');
  if (!customers.ok) return customers;
  const units = await everyRow(target, 'unit');
  if (!units.ok) return units;
  const workOrders = await everyRow(target, 'workOrder');
  if (!workOrders.ok) return workOrders;
  const stocks = await everyRow(target, 'stock');
  if (!stocks.ok) return stocks;
  // Two customers of one name are told apart by their ids.
  const called = Map.groupBy(customers.value, (one) => fold(one.name));
  const alike = customers.value.filter((one) => (called.get(fold(one.name))?.length ?? 0) > 1);
  const all = [...setup.locations, ...setup.resources, ...setup.serviceTypes, ...customers.value, ...units.value];
  return accept({
    setup,
    customers: new Map(customers.value.flatMap((one) => [[one.id, one] as const, [fold(one.name), one] as const])),
    units: Map.groupBy(units.value, (one) => (one.plate === '' ? fold(one.name) : plateOf(one.plate))),
    workOrders: new Map(workOrders.value.map((one) => [String(one.number), one])),
    stocks: Map.groupBy(stocks.value, (one) => one.partId),
    names: new Map([
      ...all.map((one): [string, string] => [one.id, one.name]),
      ...alike.map((one): [string, string] => [one.id, one.id]),
    ]),
  });
}

/** The thing of that name or id; the only one there is where the name is left out. */
export function byName<T extends { readonly id: string; readonly name: string }>(
  list: readonly T[],
  name: string,
): T | undefined {
  if (name === '') return list.length === 1 ? list[0] : undefined;
  return list.find((one) => one.id === name) ?? list.find((one) => fold(one.name) === fold(name));
}
