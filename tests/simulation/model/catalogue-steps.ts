import * as fc from 'fast-check';
import type { Reader } from '../../../core/application/ports/store.ts';
import { asId } from '../../../core/kernel/id.ts';
import { at } from '../../builders/surroundings.ts';
import { customerArgs, hours, organizationArgs } from '../../builders/world.ts';
import { below, mostly, pick, sent, weighted } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import * as catalogue from './catalogue.ts';
import { locationArgs } from './build-site.ts';
import { nth } from './naming.ts';
import { every, type Row, type Rows } from './rows.ts';
import type { Sent } from './steps.ts';
import { topic, type Found, type Scene } from './topic.ts';

/** `fits` is false where something is wrong with it: an id that is taken, or names nothing. */
interface CatalogueStep extends Sent {
  readonly do: 'catalogue';
  readonly what: What;
  readonly pick: number;
  readonly value: number;
  readonly fits: boolean;
}

const WHAT = [
  'createOrganization',
  'addLocation',
  'addCustomer',
  'updateCustomer',
  'addUnit',
  'updateUnit',
  'addUser',
  'updateUser',
  'addPart',
  'stockPart',
  'syncStock',
] as const;
type What = (typeof WHAT)[number];

/** Who and what there is besides resources and work. */
export const catalogueTopic = topic<CatalogueStep>({
  steps: [
    weighted(
      9,
      fc.record({
        do: fc.constant('catalogue'),
        what: fc.constantFrom(...WHAT),
        pick,
        value: below(1000),
        fits: mostly(true),
        ...sent,
      } as const),
    ),
  ],
  say: { catalogue: saying },
  answers: {
    createOrganization: catalogue.createOrganization,
    addLocation: catalogue.addLocation,
    addCustomer: catalogue.addCustomer,
    updateCustomer: catalogue.updateCustomer,
    addUnit: catalogue.addUnit,
    updateUnit: catalogue.updateUnit,
    addUser: catalogue.addUser,
    updateUser: catalogue.updateUser,
    addPart: catalogue.addPart,
    stockPart: catalogue.stockPart,
    syncStock: catalogue.syncStock,
  },
  notForDispatchers: [
    'createOrganization',
    'addLocation',
    'addUser',
    'updateUser',
    'addPart',
    'stockPart',
    'syncStock',
  ],
  firstRows: ({ customers, partId }) => [
    { entity: 'customer', ...customerArgs(customers.standard, 'standard'), tier: 'standard' },
    { entity: 'customer', ...customerArgs(customers.fleet, 'fleet'), tier: 'fleet' },
    { entity: 'part', id: partId, number: 'T-1', name: 'Thermostat', measure: 'piece', leadTimeDays: 60 },
  ],
  read: async (read, _site, expected) => [
    ...(await all(read, 'customer', expected)),
    ...(await all(read, 'unit', expected)),
    ...(await read.all('user')),
    ...(await read.all('part')),
  ],
});

function all(read: Reader, entity: 'customer' | 'unit', expected: Rows): Promise<readonly Found[]> {
  return read.getMany(
    entity,
    every(expected, entity).map((one) => one.id),
  );
}

function saying(step: CatalogueStep, { model, site, ids }: Scene): Asked | null {
  const { pick: which, value, fits } = step;
  const known = (entity: Row['entity']): string | null =>
    fits ? (nth(every(model.rows, entity), which)?.id ?? null) : ids.next();
  const fresh = (entity: Row['entity']): string =>
    (fits ? null : nth(every(model.rows, entity), which)?.id) ?? ids.next();
  const on = (entity: Row['entity'], say: (id: string) => Asked): Asked | null => {
    const id = known(entity);
    return id === null ? null : say(id);
  };
  switch (step.what) {
    case 'createOrganization':
      return ask('createOrganization', organizationArgs(fits ? ids.next() : site.organizationId));
    case 'addLocation': {
      const args = locationArgs(fresh('location'), hours(8, 17));
      return ask('addLocation', value % 4 === 0 ? { ...args, zone: 'Mars/Base' } : { ...args, name: 'Airport' });
    }
    case 'addCustomer':
      return ask('addCustomer', customer(fresh('customer'), value));
    case 'updateCustomer':
      return on('customer', (id) => ask('updateCustomer', customer(id, value)));
    case 'addUnit':
      return on('customer', (id) => ask('addUnit', unit(value % 5 === 0 ? fresh('unit') : ids.next(), id, value)));
    case 'updateUnit':
      return on('unit', (id) =>
        ask('updateUnit', unit(id, nth(every(model.rows, 'customer'), value)?.id ?? '', value)),
      );
    case 'addUser':
      return ask('addUser', user(fresh('user'), value, site));
    case 'updateUser':
      return on('user', (id) => ask('updateUser', user(id, value, site)));
    case 'addPart': {
      const id = fresh('part');
      return ask('addPart', {
        id,
        number: `P-${id.slice(-4)}`,
        name: 'Filter',
        measure: 'piece',
        leadTimeDays: value % 9,
      });
    }
    case 'stockPart': {
      const { locationId } = site;
      return on('part', (partId) => ask('stockPart', { id: fresh('stock'), partId, locationId, onHand: value % 5 }));
    }
    case 'syncStock': {
      const arrivals = [{ at: at(value % 72), quantity: 1 + (value % 3) }].slice(value % 2);
      const leadTimeDays = value % 3 === 0 ? null : 45 + (value % 9);
      return on('stock', (stockId) => ask('syncStock', { stockId, onHand: value % 6, arrivals, leadTimeDays }));
    }
  }
}

const TIERS = ['standard', 'premium', 'fleet'] as const;

/** Without coordinates: nobody drives. */
function customer(id: string, value: number): ReturnType<typeof customerArgs> {
  return { ...customerArgs(asId(id), `Customer ${value % 7}`), tier: TIERS[value % 3] ?? 'standard' };
}

/** Few plates and few ids, so that two units have the same one now and then. */
function unit(id: string, customerId: string, value: number) {
  const externalIds = value % 3 === 0 ? { externalIds: [{ source: 'Fleet', id: `F${value % 4}` }] } : {};
  return { id, customerId, name: `Van ${value % 9}`, plate: `AB ${value % 4}`, details: '', ...externalIds };
}

const ROLES = ['admin', 'manager', 'dispatcher', 'technician', 'technician', 'viewer', 'requester'] as const;

function user(id: string, value: number, site: Scene['site']) {
  const resourceId = value % 4 === 0 ? null : (nth(site.lanes, value)?.id ?? null);
  const role = ROLES[value % ROLES.length] ?? 'viewer';
  return { id, name: `User ${value % 9}`, role, email: '', resourceId, active: value % 5 !== 0 };
}
