import { describe, expect, it } from 'vitest';
import { queries } from '../../../core/contract/queries/index.ts';
import { insert } from '../../../core/domain/ops/op.ts';
import { addDays } from '../../../core/domain/time/local-date.ts';
import { lead } from './rows.ts';
import { MONDAY, openWorld } from './world.ts';

describe('the table of answerers', () => {
  it('answers every query of the contract and nothing else', async () => {
    const { answerers } = await openWorld();
    expect(Object.keys(answerers).toSorted()).toEqual(Object.keys(queries).toSorted());
  });
});

describe('setup', () => {
  it('brings the small tables, who is signed in and the place in the log', async () => {
    const world = await openWorld();
    const technician = world.rows.technician({});
    const sequence = await world.save([insert('resource', technician)]);
    expect(await world.ask('setup', {})).toMatchObject({
      organization: world.rows.organization,
      locations: [world.rows.location],
      resources: [technician],
      actor: world.actor,
      host: 'test',
      now: world.at('09:24'),
      sequence,
      zoneTable: world.zones.version,
    });
  });
});

describe('search', () => {
  it('looks everywhere when no kind is named, and nowhere without a word', async () => {
    const world = await openWorld();
    const customer = world.rows.customer({ name: 'Vestby Transport' });
    const order = world.rows.workOrder({ title: 'Vestby depot check' });
    await world.save([insert('customer', customer), insert('workOrder', order)]);
    const all = await world.ask('search', { text: 'vestby', kinds: [], limit: 10 });
    expect(all.map((hit) => hit.kind).toSorted()).toEqual(['customer', 'workOrder']);
    const some = await world.ask('search', { text: 'vestby', kinds: ['workOrder'], limit: 10 });
    expect(some.map((hit) => hit.id)).toEqual([order.id]);
    expect(await world.ask('search', { text: ' ', kinds: [], limit: 10 })).toEqual([]);
  });

  it('finds customers with their units while typing', async () => {
    const world = await openWorld();
    const customer = world.rows.customer({ name: 'Vestby Transport' });
    const unit = world.rows.unit({ customerId: customer.id });
    await world.save([insert('customer', customer), insert('unit', unit)]);
    const [match, ...others] = await world.ask('customerMatches', { text: 'vest', limit: 5 });
    expect(match).toMatchObject({
      id: customer.id,
      coordinates: customer.coordinates,
      units: [{ id: unit.id, plate: unit.plate }],
    });
    expect(others).toEqual([]);
    expect(await world.ask('customerMatches', { text: '', limit: 5 })).toEqual([]);
  });
});

describe('a board of today', () => {
  it('still shows work that began yesterday and overruns', async () => {
    const world = await openWorld();
    const { rows } = world;
    const technician = rows.technician({});
    const sunday = addDays(MONDAY, -1);
    const state = { status: 'in-progress', startedAt: world.at('20:00', sunday) } as const;
    const times = { start: world.at('20:00', sunday), end: world.at('22:00', sunday) };
    const overrun = rows.appointment({ ...times, title: 'All night', state, claims: [lead(technician)] });
    await world.save([insert('resource', technician), insert('appointment', overrun)]);
    const input = { locationId: rows.location.id, date: MONDAY, days: 1 };
    expect((await world.ask('boardForRange', input)).appointments.map((one) => one.title)).toEqual(['All night']);
    world.setClock(world.at('22:30', sunday));
    expect((await world.ask('boardForRange', input)).appointments).toEqual([]);
  });
});

describe('needs and facts', () => {
  it('are refused for what does not exist, with the field', async () => {
    const world = await openWorld();
    const id = world.rows.newId();
    expect(await world.refusal('placementContext', { locationId: id, date: MONDAY, days: 1 })).toMatchObject({
      kind: 'not-found',
      field: 'locationId',
    });
    expect(await world.refusal('placementNeeds', { work: { appointmentId: id } })).toMatchObject({
      kind: 'not-found',
      entity: 'appointment',
    });
  });
});

describe('upkeep', () => {
  it('says that a fresh file is sound and has no backups yet', async () => {
    const world = await openWorld();
    expect((await world.ask('verify', {})).ok).toBe(true);
    expect(await world.ask('backups', {})).toEqual([]);
  });
});
