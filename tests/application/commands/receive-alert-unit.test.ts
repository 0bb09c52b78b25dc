import { describe, expect, it } from 'vitest';
import { alertMessage } from '../../builders/messages.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { taken } from './alert-stage.ts';

describe('the unit', () => {
  it.each([
    ['plate', 'ab-12345'],
    ['external id', 'V001'],
    ['id', null],
    ['plate as such', { plate: 'AB12345' }],
    ['external id with its source', { externalId: { source: 'fleet', id: 'V001' } }],
  ])('is found by %s', async (_name, said) => {
    const stage = await openStage();
    const { customerId, unitId } = stage.world;
    const externalIds = [{ source: 'fleet', id: 'V001' }];
    await stage.done('updateUnit', {
      id: unitId,
      customerId,
      name: 'Van',
      plate: 'AB 12345',
      details: '',
      externalIds,
    });
    const { alert, workOrder } = await taken(stage, alertMessage('a1', { unit: said ?? unitId }));
    expect([alert.unitId, workOrder?.customerId]).toEqual([unitId, customerId]);
  });

  it('keeps what other systems call it when it is changed without them', async () => {
    const stage = await openStage();
    const { customerId, unitId } = stage.world;
    const words = { id: unitId, customerId, plate: 'AB 12345', details: '' };
    const externalIds = [{ source: 'fleet', id: 'V001' }];
    await stage.done('updateUnit', { ...words, name: 'Van', externalIds });
    await stage.done('updateUnit', { ...words, name: 'Truck' });
    expect(await stage.store.read.get('unit', unitId)).toMatchObject({ name: 'Truck', externalIds });
  });

  it('of another source is another unit', async () => {
    const stage = await openStage();
    const { customerId, unitId } = stage.world;
    const externalIds = [{ source: 'fleet', id: 'V001' }];
    await stage.done('updateUnit', {
      id: unitId,
      customerId,
      name: 'Van',
      plate: 'AB 12345',
      details: '',
      externalIds,
    });
    const unit = { externalId: { source: 'rental', id: 'V001' } };
    expect((await taken(stage, alertMessage('a1', { unit }))).whys).toContain('unit-unknown');
  });

  it('is none when two have the plate', async () => {
    const stage = await openStage();
    const { customerId } = stage.world;
    await stage.done('addUnit', { id: stage.ids.next(), customerId, name: 'Trailer', plate: 'ab12345', details: '' });
    expect((await taken(stage, alertMessage('a1'))).whys).toContain('unit-unknown');
  });
});

describe('the location', () => {
  it('is the one that is named, else where the unit was last, else the first', async () => {
    const stage = await openStage();
    const { travel, ...site } = {
      name: 'Lakeside',
      zone: 'Europe/Oslo',
      address: '',
      phone: '',
      coordinates: { latitude: 59, longitude: 10 },
      hours: [],
      travel: { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 },
    };
    const lake = stage.ids.next<'location'>();
    await stage.done('addLocation', { id: lake, ...site, travel });
    const named = await taken(stage, alertMessage('a1', { location: 'lakeside' }));
    expect([named.alert.locationId, named.whys.includes('location-assumed')]).toEqual([lake, false]);
    await stage.bookWork({ start: at(9), end: at(10) });
    const assumed = await taken(stage, alertMessage('a2', { location: 'Nowhere' }));
    expect([assumed.alert.locationId, assumed.whys.includes('location-assumed')]).toEqual([
      stage.world.locationId,
      true,
    ]);
  });
});
