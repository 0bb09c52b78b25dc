import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { claim, customArgs, equipmentArgs, teamArgs } from '../../builders/resource-args.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bayArgs, roomArgs, technicianArgs } from '../../builders/world.ts';

const NINE_TO_FIVE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1020 }));

const rowOf = async (stage: Stage, id: string) => {
  const row = await stage.store.read.get('resource', id);
  if (row === undefined) throw new Error('no such resource');
  return row;
};

describe('addResource', () => {
  it('adds equipment, rooms, teams and custom kinds with all they have', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const [crane, room, crew, car] = [
      ids.next<'resource'>(),
      ids.next<'resource'>(),
      ids.next<'resource'>(),
      ids.next<'resource'>(),
    ];
    const overrides = [{ date: '2026-11-25', spans: [{ from: 600, to: 720 }] }];
    const breaks = [{ weekday: 1, from: 720, to: 750 }];
    const lifts = { capability: 'lifts 5 t', level: 2 as const, expiresOn: '2027-06-30' };
    const externalIds = [{ source: 'fleet', id: 'C-7' }];
    const customData = { plate: 'AB 1', checks: [1, 2] };
    const more = { capabilities: [lifts, 'remote control'], overrides, breaks, externalIds, customData };
    await stage.done('addResource', equipmentArgs(world, crane, more));
    await stage.done('addResource', roomArgs(world, room, { capacity: 12 }));
    await stage.done('addResource', teamArgs(world, crew, [world.anna, world.bo]));
    await stage.done('addResource', customArgs(world, car));
    expect(await rowOf(stage, crane)).toMatchObject({
      kind: 'equipment',
      organizationId: world.organizationId,
      capacity: 1,
      capabilities: [lifts, { capability: 'remote control', level: 1, expiresOn: null }],
      overrides,
      breaks,
      externalIds,
      customData,
    });
    expect(await rowOf(stage, room)).toMatchObject({ kind: 'room', capacity: 12 });
    expect(await rowOf(stage, crew)).toMatchObject({ kind: 'team', capacity: 2, members: [world.anna, world.bo] });
    expect(await rowOf(stage, car)).toMatchObject({ kind: 'custom', type: 'Courtesy car', capacity: 3 });
  });

  it('opens 9 to 17 from Monday to Friday when no hours are given, technicians and bays too', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const [room, bay, technician] = [ids.next<'resource'>(), ids.next<'resource'>(), ids.next<'resource'>()];
    const { hours: _room, ...roomWithout } = roomArgs(world, room);
    const { hours: _bay, ...bayWithout } = bayArgs(world, bay);
    const { hours: _technician, ...technicianWithout } = technicianArgs(world, technician);
    await stage.done('addResource', roomWithout);
    await stage.done('addBay', bayWithout);
    await stage.done('addTechnician', technicianWithout);
    for (const id of [room, bay, technician]) expect((await rowOf(stage, id)).hours).toEqual(NINE_TO_FIVE);
  });

  it('refuses a taken id and a location that is not there', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    expect(await stage.refused('addResource', roomArgs(world, world.bay1))).toMatchObject({ kind: 'already-exists' });
    const nowhere = { locationId: ids.next<'location'>() };
    expect(await stage.refused('addResource', roomArgs(nowhere, ids.next()))).toMatchObject({
      kind: 'not-found',
      field: 'locationId',
    });
  });

  it('takes a team of technicians of the location only, each once and in one team', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const { anna, bo, bay1 } = world;
    const reasonOf = async (members: Parameters<typeof teamArgs>[2]) => {
      const refusal = await stage.refused('addResource', teamArgs(world, ids.next(), members));
      return refusal.kind === 'invalid-input' ? refusal.problems[0] : refusal;
    };
    expect(await reasonOf([])).toMatchObject({ field: 'members', reason: 'must name at least one technician' });
    expect(await reasonOf([anna, bay1])).toEqual({ field: 'members.1', reason: 'must be a technician' });
    expect(await reasonOf([anna, bo, anna])).toEqual({ field: 'members.2', reason: 'must not be named twice' });
    expect(await reasonOf([ids.next()])).toMatchObject({ kind: 'not-found', field: 'members.0' });
    await stage.done('addResource', teamArgs(world, ids.next(), [anna]));
    expect(await reasonOf([bo, anna])).toEqual({
      field: 'members.1',
      reason: 'must not be in another team, and is in Crew',
    });
  });

  it('can be undone and done again', async () => {
    const stage = await openStage();
    const id = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, id));
    await stage.done('undo', {});
    expect(await stage.store.read.get('resource', id)).toBeUndefined();
    await stage.done('redo', {});
    expect(await rowOf(stage, id)).toMatchObject({ kind: 'room' });
  });
});

describe('updateResource', () => {
  it('changes everything but the kind', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const id = ids.next<'resource'>();
    await stage.done('addResource', roomArgs(world, id));
    await stage.done('updateResource', roomArgs(world, id, { name: 'Blue room', capacity: 4 }));
    expect(await rowOf(stage, id)).toMatchObject({ name: 'Blue room', capacity: 4 });
    expect(await stage.refused('updateResource', equipmentArgs(world, id))).toMatchObject({
      problems: [{ field: 'kind', reason: 'must stay room' }],
    });
    expect(await stage.refused('updateResource', roomArgs(world, world.bay1))).toMatchObject({ kind: 'not-found' });
  });

  it('cannot take away units that are promised', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const id = ids.next<'resource'>();
    await stage.done('addResource', customArgs(world, id));
    const booked = await stage.book({ claims: [claim(id, 'custom', 2)] });
    await stage.book({ claims: [claim(id, 'custom')] });
    const refusal = await stage.refused('updateResource', customArgs(world, id, { capacity: 2 }));
    expect(refusal).toEqual({ kind: 'in-use', entity: 'resource', name: 'Courtesy car', by: 2 });
    await stage.done('cancelAppointment', { id: booked, reason: 'rain' });
    await stage.done('updateResource', customArgs(world, id, { capacity: 1 }));
  });

  it('cannot leave while something is booked on it', async () => {
    const stage = await openStage();
    const id = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, id));
    await stage.book({ claims: [claim(id, 'room')] });
    expect(await stage.refused('updateResource', roomArgs(stage.world, id, { active: false }))).toMatchObject({
      kind: 'in-use',
      by: 1,
    });
  });
});

describe('capacity of bays and technicians', () => {
  it('is given like any other field and cannot fall below what is promised', async () => {
    const stage = await openStage();
    const { world } = stage;
    await stage.done('updateBay', bayArgs(world, world.bay1, { capacity: 2 }));
    await stage.book({ claims: [claim(world.bay1, 'bay')] });
    await stage.book({ claims: [claim(world.bay1, 'bay')] });
    expect(await stage.refused('updateBay', bayArgs(world, world.bay1))).toMatchObject({ kind: 'in-use', by: 2 });
    await stage.done('updateTechnician', technicianArgs(world, world.cleo, { name: 'Cleo', capacity: 2 }));
    await stage.book({ claims: [claim(world.cleo, 'lead')] });
    await stage.book({ claims: [claim(world.cleo, 'lead')] });
    expect(await stage.refused('updateTechnician', technicianArgs(world, world.cleo))).toMatchObject({
      kind: 'in-use',
      by: 2,
    });
  });
});

describe('a team keeps in step with its members', () => {
  it('has as many units as active members', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const { anna, bo, cleo } = world;
    const id = ids.next<'resource'>();
    await stage.done('addResource', teamArgs(world, id, [anna, bo, cleo]));
    await stage.done('updateTechnician', technicianArgs(world, cleo, { name: 'Cleo', active: false }));
    expect(await rowOf(stage, id)).toMatchObject({ capacity: 2, members: [anna, bo, cleo] });
    await stage.done('undo', {});
    expect(await rowOf(stage, id)).toMatchObject({ capacity: 3 });
    await stage.done('updateResource', teamArgs(world, id, [anna]));
    expect(await rowOf(stage, id)).toMatchObject({ capacity: 1 });
  });

  it('is never without anybody active', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const { anna, bo } = world;
    const id = ids.next<'resource'>();
    await stage.done('addResource', teamArgs(world, id, [anna]));
    expect(await stage.refused('updateTechnician', technicianArgs(world, anna, { active: false }))).toMatchObject({
      problems: [{ field: 'active', reason: 'must stay true for the last one of the team Crew' }],
    });
    await stage.done('updateTechnician', technicianArgs(world, bo, { active: false }));
    for (const name of ['addResource', 'updateResource'] as const)
      expect(await stage.refused(name, teamArgs(world, name === 'addResource' ? ids.next() : id, [bo]))).toMatchObject({
        problems: [{ field: 'members', reason: 'must name somebody who is active' }],
      });
  });

  it('keeps the people it has promised, and its place', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const { anna, bo, cleo } = world;
    const id = ids.next<'resource'>();
    await stage.done('addResource', teamArgs(world, id, [anna, bo]));
    await stage.book({ claims: [claim(id, 'team', 2)] });
    await stage.book({ claims: [claim(cleo, 'lead')] });
    const gone = technicianArgs(world, bo, { name: 'Bo', active: false });
    const inUse = { kind: 'in-use', name: 'Crew', by: 1 };
    expect(await stage.refused('updateTechnician', gone)).toMatchObject(inUse);
    expect(await stage.refused('updateResource', teamArgs(world, id, [anna]))).toMatchObject(inUse);
    // Cleo has something else to do at that time.
    expect(await stage.refused('updateResource', teamArgs(world, id, [anna, cleo]))).toMatchObject(inUse);
    await stage.done('updateResource', teamArgs(world, id, [anna, bo, cleo]));
    const other = ids.next<'location'>();
    const location = await stage.store.read.get('location', world.locationId);
    if (location === undefined) throw new Error('no location');
    const { zone, address, phone, coordinates, travel } = location;
    await stage.done('addLocation', { id: other, name: 'Other', zone, address, phone, coordinates, hours: [], travel });
    const moved = technicianArgs({ locationId: other }, bo, { name: 'Bo' });
    expect(await stage.refused('updateTechnician', moved)).toMatchObject({
      problems: [{ field: 'locationId', reason: 'must stay the location of the team Crew' }],
    });
  });
});

describe('setAvailability', () => {
  it('sets hours and weekdays of any resource in one call', async () => {
    const stage = await openStage();
    const { anna } = stage.world;
    await stage.done('setAvailability', { resourceId: anna, from: 480, to: 1080, weekdays: [6, 1, 1] });
    expect(await rowOf(stage, anna)).toMatchObject({
      hours: [
        { weekday: 1, from: 480, to: 1080 },
        { weekday: 6, from: 480, to: 1080 },
      ],
      breaks: technicianArgs(stage.world, anna).breaks,
    });
  });

  it('is 9 to 17 from Monday to Friday when left out', async () => {
    const stage = await openStage();
    const { bay1 } = stage.world;
    await stage.done('setAvailability', { resourceId: bay1 });
    expect((await rowOf(stage, bay1)).hours).toEqual(NINE_TO_FIVE);
  });

  it('refuses what is not there, hours that end before they begin, and no day at all', async () => {
    const stage = await openStage();
    const { ids, world } = stage;
    expect(await stage.refused('setAvailability', { resourceId: ids.next() })).toMatchObject({ kind: 'not-found' });
    expect(await stage.refused('setAvailability', { resourceId: world.anna, from: 600, to: 540 })).toMatchObject({
      problems: [{ field: 'to' }],
    });
    expect(await stage.refused('setAvailability', { resourceId: world.anna, weekdays: [] })).toMatchObject({
      problems: [{ field: 'weekdays' }],
    });
  });

  it('counts at once: what lies outside is refused', async () => {
    const stage = await openStage();
    const { bay1 } = stage.world;
    await stage.done('setAvailability', { resourceId: bay1, from: 600 });
    const args = { claims: [claim(bay1, 'bay')], start: at(9), end: at(9.5) };
    await expect(stage.book(args)).rejects.toThrow('bay-open');
    await stage.book({ ...args, start: at(10), end: at(10.5) });
  });
});

describe('a request whose resources have left the board', () => {
  it('is not confirmed on them, nor moved with them, and is found another bay', async () => {
    const stage = await openStage();
    const { world } = stage;
    const { cleo, bay1, bay2 } = world;
    const claims = [claim(cleo, 'lead'), claim(bay1, 'bay')];
    const onBay = await stage.book({ as: 'requested', serviceTypeId: world.check, claims });
    await stage.done('updateBay', bayArgs(world, bay1, { active: false }));
    const move = { id: onBay, start: at(9), end: at(10), claims: null };
    const left = { kind: 'invalid-input', problems: [{ reason: 'must be active' }] };
    expect(await stage.refused('confirmAppointment', { id: onBay, reservationIds: [] })).toMatchObject(left);
    expect(await stage.refused('moveAppointment', { ...move, findPartner: false })).toMatchObject(left);
    await stage.done('moveAppointment', { ...move, findPartner: true });
    expect((await stage.appointment(onBay)).claims).toEqual([claim(cleo, 'lead'), claim(bay2, 'bay')]);
    await stage.done('updateTechnician', technicianArgs(world, cleo, { name: 'Cleo', active: false }));
    expect(await stage.refused('confirmAppointment', { id: onBay, reservationIds: [] })).toMatchObject(left);
  });
});
