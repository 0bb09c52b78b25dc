import { describe, expect, it } from 'vitest';
import type { QueryInput } from '../../../core/contract/client.ts';
import { askOf } from '../../builders/ask.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bookingArgs, workOrderArgs } from '../../builders/world.ts';

type Entity = QueryInput<'byExternalId'>['entity'];

const NAME = { source: 'erp', id: '100%_"7"' };
const externalIds = [NAME];

const find = (stage: Stage, entity: Entity, name = NAME) => askOf(stage, 'byExternalId', { entity, ...name });
const idsOf = async (stage: Stage, entity: Entity, name = NAME) =>
  (await find(stage, entity, name)).map(({ row }) => row.id as string);

const customer = (id: string, name = 'Nordlys') => ({
  id,
  name,
  tier: 'standard' as const,
  phone: '',
  email: '',
  address: '',
  coordinates: null,
  contacts: [],
  notes: '',
  externalIds,
});

/** One new thing of each kind, called alike by another system. */
async function everything(stage: Stage): Promise<readonly (readonly [Entity, string])[]> {
  const { ids, world, store } = stage;
  const [customerId, orderId, partId, locationId, serviceId] = [
    ids.next(),
    ids.next(),
    ids.next(),
    ids.next(),
    ids.next(),
  ];
  await stage.done('addCustomer', customer(customerId));
  await stage.done('openWorkOrder', { ...workOrderArgs(world, ids.next()), id: orderId, externalIds });
  await stage.done('addPart', {
    id: partId,
    number: 'P',
    name: 'Belt',
    measure: 'piece',
    leadTimeDays: 0,
    externalIds,
  });
  const site = await store.read.get('location', world.locationId);
  const service = await store.read.get('serviceType', world.check);
  if (site === undefined || service === undefined) throw new Error('There is no world');
  const { organizationId: _, closures: __, policy: ___, ...location } = site;
  await stage.done('addLocation', { ...location, hours: [], id: locationId, name: 'Yard', externalIds });
  const { organizationId: ____, ...words } = service;
  const lists = { skills: [], parts: [], checklist: [], capabilities: null, dataSchema: null };
  await stage.done('addServiceType', { ...words, ...lists, id: serviceId, name: 'Belts', externalIds });
  return [
    ['customer', customerId],
    ['workOrder', orderId],
    ['part', partId],
    ['location', locationId],
    ['serviceType', serviceId],
  ];
}

describe('names that other systems have for things', () => {
  it('are carried by customers, work orders, parts, locations and service types, and looked up exactly', async () => {
    const stage = await openStage();
    for (const [entity, id] of await everything(stage)) {
      expect(await idsOf(stage, entity)).toEqual([id]);
      for (const other of [
        { ...NAME, source: 'ERP' },
        { ...NAME, id: '1000_"7"' },
        { ...NAME, id: '%' },
      ])
        expect(await idsOf(stage, entity, other)).toEqual([]);
    }
    expect(await idsOf(stage, 'unit')).toEqual([]);
  });

  it('stay when a change leaves them out, and an undo gives them back', async () => {
    const stage = await openStage();
    const id = stage.ids.next();
    const { externalIds: names, ...rest } = customer(id);
    await stage.done('addCustomer', { ...rest, externalIds: names });
    await stage.done('updateCustomer', { ...rest, name: 'Nordlys AS' });
    expect(await idsOf(stage, 'customer')).toEqual([id]);
    await stage.done('updateCustomer', { ...rest, externalIds: [] });
    expect(await idsOf(stage, 'customer')).toEqual([]);
    await stage.done('undo', {});
    expect(await idsOf(stage, 'customer')).toEqual([id]);
  });

  it('are each one thing of a kind only, and the refusal names that one', async () => {
    const stage = await openStage();
    const [first, second] = [stage.ids.next(), stage.ids.next()];
    await stage.done('addCustomer', customer(first));
    const taken = { kind: 'external-id-taken', entity: 'customer', ...NAME, by: 'Nordlys', byId: first };
    expect(await stage.refused('addCustomer', customer(second, 'Sydlys'))).toEqual(taken);
    await stage.done('addCustomer', { ...customer(second, 'Sydlys'), externalIds: [] });
    expect(await stage.refused('updateCustomer', customer(second, 'Sydlys'))).toEqual(taken);
    await stage.done('updateCustomer', { ...customer(first), name: 'Nordlys AS' });
  });

  it('may be taken by an appointment from one that was called off, and by no other', async () => {
    const stage = await openStage();
    const id = await stage.book({ externalIds });
    const again = bookingArgs(stage.world, stage.ids.next(), { start: at(13), end: at(14), externalIds });
    expect(await stage.refused('bookAppointment', again)).toMatchObject({ kind: 'external-id-taken', byId: id });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    await stage.done('bookAppointment', again);
    expect(await idsOf(stage, 'appointment')).toEqual([id, again.id]);
  });
});
