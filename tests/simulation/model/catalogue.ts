import { NO_LOCATION_POLICY } from '../../../core/domain/organization/location-policy.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { changed, every, row, type Model, type Rows } from './rows.ts';
import type { Site } from './site.ts';

/** Whoever acts here has an organization already. */
export function createOrganization(): Answer {
  return refused('already-exists');
}

export function addCustomer(model: Model, _site: Site, { args }: AskOf<'addCustomer'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  return accepted(changed(model.rows, [{ entity: 'customer', ...args }]));
}

export function updateCustomer(model: Model, _site: Site, { args }: AskOf<'updateCustomer'>): Answer {
  if (row(model.rows, 'customer', args.id) === undefined) return refused('not-found');
  return accepted(changed(model.rows, [{ entity: 'customer', ...args }]));
}

export function addUnit(model: Model, _site: Site, { args }: AskOf<'addUnit'>): Answer {
  if (row(model.rows, 'customer', args.customerId) === undefined) return refused('not-found');
  if (model.rows.has(args.id)) return refused('already-exists');
  return accepted(changed(model.rows, [{ entity: 'unit', externalIds: [], ...args }]));
}

/** What other systems call it stays when nothing is said. */
export function updateUnit(model: Model, _site: Site, { args }: AskOf<'updateUnit'>): Answer {
  const unit = row(model.rows, 'unit', args.id);
  if (unit === undefined || row(model.rows, 'customer', args.customerId) === undefined) return refused('not-found');
  return accepted(changed(model.rows, [{ ...unit, ...args }]));
}

export function addUser(model: Model, _site: Site, { args }: AskOf<'addUser'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  return misfit(model, args) ?? accepted(changed(model.rows, [{ entity: 'user', ...args }]));
}

export function updateUser(model: Model, _site: Site, { args }: AskOf<'updateUser'>): Answer {
  if (row(model.rows, 'user', args.id) === undefined) return refused('not-found');
  return misfit(model, args) ?? accepted(changed(model.rows, [{ entity: 'user', ...args }]));
}

/** A technician's user says which technician; nobody is two active users. */
function misfit(model: Model, { id, role, resourceId, active }: AskOf<'addUser'>['args']): Answer | null {
  if (resourceId === null) return role === 'technician' ? refused('invalid-input') : null;
  const lane = row(model.rows, 'resource', resourceId);
  if (lane === undefined) return refused('not-found');
  if (lane.kind !== 'technician') return refused('invalid-input');
  const other = every(model.rows, 'user').some((one) => one.id !== id && one.active && one.resourceId === resourceId);
  return active && other ? refused('invalid-input') : null;
}

/** Another place, with nothing in it yet. */
export function addLocation(model: Model, _site: Site, { args }: AskOf<'addLocation'>): Answer {
  if (args.zone !== 'Europe/Oslo') return refused('invalid-input');
  if (model.rows.has(args.id)) return refused('already-exists');
  const { exposes = 'computed' } = args;
  const head = { entity: 'location', id: asId<'location'>(args.id), closures: [], exposes } as const;
  const hours = args.hours.map(({ from, to }, index) => ({ weekday: WEEK[index] ?? 1, from, to }));
  return accepted(changed(model.rows, [{ ...head, hours, policy: NO_LOCATION_POLICY }]));
}

/** Hours are given for every day, Monday first. */
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

export function addPart(model: Model, _site: Site, { args }: AskOf<'addPart'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  return accepted(changed(model.rows, [{ entity: 'part', ...args }]));
}

/** A part lies at one place of a location only. */
export function stockPart(model: Model, site: Site, { args }: AskOf<'stockPart'>): Answer {
  if (row(model.rows, 'part', args.partId) === undefined) return refused('not-found');
  if (model.rows.has(args.id) || stockOf(model.rows, site, args.partId)) return refused('already-exists');
  const { id, partId, onHand } = args;
  return accepted(changed(model.rows, [{ entity: 'stock', id: asId(id), partId: asId(partId), onHand, arrivals: [] }]));
}

function stockOf(rows: Rows, site: Site, partId: string): boolean {
  return partId === site.partId || every(rows, 'stock').some((one) => one.partId === partId);
}

/** What another inventory says counts as counted. */
export function syncStock(model: Model, site: Site, { args }: AskOf<'syncStock'>): Answer {
  const stock = row(model.rows, 'stock', args.stockId);
  if (stock === undefined) return refused('not-found');
  const part = row(model.rows, 'part', stock.partId ?? site.partId);
  if (part === undefined) return refused('not-found');
  const arrivals = args.arrivals.map(({ at, quantity }) => ({ at: instant(at), quantity }));
  const leadTimeDays = args.leadTimeDays ?? part.leadTimeDays;
  return accepted(
    changed(model.rows, [
      { ...stock, onHand: args.onHand, arrivals },
      { ...part, leadTimeDays },
    ]),
  );
}
