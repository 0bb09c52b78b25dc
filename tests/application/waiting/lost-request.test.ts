import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Appointment, AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { claim, equipmentArgs, teamArgs } from '../../builders/resource-args.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { waitlistArgs } from '../../builders/waiting-args.ts';
import { bay, lead, roomArgs } from '../../builders/world.ts';

type Booking = Partial<CommandArgs<'bookAppointment'>>;

/** A request of Monday at 13:00 that loses its place to another one, which is then called off. */
async function lose(stage: Stage, request: Booking, winner: Booking): Promise<AppointmentId> {
  const time = { start: at(13), end: at(14), as: 'requested' as const };
  const lost = await stage.book({ ...time, ...request });
  const other = await stage.book({ ...time, title: 'Winner', ...winner });
  await stage.done('confirmAppointment', { id: other, reservationIds: [] });
  await stage.done('cancelAppointment', { id: other, reason: 'not needed' });
  expect((await stage.appointment(lost)).state).toMatchObject({ cause: 'displaced' });
  return lost;
}

async function offerArgs(stage: Stage, resourceId: ResourceId): Promise<CommandArgs<'offerSlot'>> {
  const { locationId } = stage.world;
  return { id: stage.ids.next(), locationId, resourceId, range: { from: at(13), to: at(14) }, entryId: null };
}

/** What is held when the hour from 13:00 of that resource is offered. */
async function offered(stage: Stage, resourceId: ResourceId): Promise<Appointment> {
  const args = await offerArgs(stage, resourceId);
  await stage.done('offerSlot', args);
  return stage.appointment(args.id as AppointmentId);
}

async function room(stage: Stage): Promise<ResourceId> {
  const id = stage.ids.next<'resource'>();
  await stage.done('addResource', roomArgs(stage.world, id));
  return id;
}

const sorted = (claims: Appointment['claims']) => claims.toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1));

describe('a request that was displaced is offered what it lost', () => {
  it('with lead, assistant, room and equipment, whichever of them becomes free', async () => {
    const stage = await openStage();
    const { anna, bo } = stage.world;
    const study = await room(stage);
    const crane = stage.ids.next<'resource'>();
    await stage.done('addResource', equipmentArgs(stage.world, crane));
    const claims = [lead(anna), claim(bo, 'assistant'), claim(study, 'room'), claim(crane, 'equipment')];
    await lose(stage, { title: 'Panel', claims }, { claims: [lead(anna)] });
    for (const freed of [anna, bo, study, crane]) {
      const held = await offered(stage, freed);
      expect(held).toMatchObject({ title: 'Panel', start: at(13), end: at(14), state: { status: 'held' } });
      expect(sorted(held.claims)).toEqual(sorted(claims));
      await stage.done('undo', {});
    }
    const { id } = await offered(stage, study);
    const [entry] = await stage.store.read.find('waitlistEntry', { status: ['offered'] });
    await stage.done('acceptOffer', { id: entry?.id ?? stage.ids.next() });
    expect(sorted((await stage.appointment(id)).claims)).toEqual(sorted(claims));
  });

  it('and nothing while one of them is taken, or for time of somebody whom it does not want', async () => {
    const stage = await openStage();
    const { anna, bo, cleo } = stage.world;
    const study = await room(stage);
    const claims = [lead(anna), claim(bo, 'assistant'), claim(study, 'room')];
    await lose(stage, { claims }, { claims: [claim(study, 'room')] });
    const taken = await stage.book({ start: at(12.5), end: at(15.5), claims: [lead(bo)] });
    expect(await stage.refused('offerSlot', await offerArgs(stage, study))).toMatchObject({ kind: 'nobody-waiting' });
    await stage.done('cancelAppointment', { id: taken, reason: 'not needed' });
    expect(await stage.refused('offerSlot', await offerArgs(stage, cleo))).toMatchObject({ kind: 'nobody-waiting' });
    expect((await offered(stage, study)).claims).toHaveLength(3);
  });

  it('as a room alone, of which it wants several units', async () => {
    const stage = await openStage();
    const hall = stage.ids.next<'resource'>();
    await stage.done('addResource', roomArgs(stage.world, hall, { capacity: 3 }));
    await lose(stage, { claims: [claim(hall, 'room', 2)] }, { claims: [claim(hall, 'room', 2)] });
    expect((await offered(stage, hall)).claims).toEqual([claim(hall, 'room', 2)]);
  });

  it('with its share of a team, when the team or one of its members becomes free', async () => {
    const stage = await openStage();
    const { anna, bo } = stage.world;
    const team = stage.ids.next<'resource'>();
    await stage.done('addResource', teamArgs(stage.world, team, [anna, bo]));
    await lose(stage, { claims: [claim(team, 'team', 2)] }, { claims: [claim(team, 'team', 1)] });
    for (const freed of [team, anna]) {
      expect((await offered(stage, freed)).claims).toEqual([claim(team, 'team', 2)]);
      await stage.done('undo', {});
    }
  });

  it('with its own lead and bay before others, where work goes with a room and the room becomes free', async () => {
    const stage = await openStage();
    const { bo, cleo, bay2, check } = stage.world;
    const study = await room(stage);
    const claims = [lead(bo), bay(bay2), claim(study, 'room')];
    await lose(stage, { serviceTypeId: check, claims }, { claims: [claim(study, 'room')] });
    expect(sorted((await offered(stage, study)).claims)).toEqual(sorted(claims));
    await stage.done('undo', {});
    await stage.book({ start: at(12.5), end: at(15.5), claims: [lead(bo), bay(bay2)] });
    const held = await offered(stage, study);
    expect(held.claims.map((one) => one.role)).toEqual(['lead', 'bay', 'room']);
    expect(held.claims).not.toContainEqual(lead(bo));
    await stage.done('undo', {});
    expect((await offered(stage, cleo)).claims).toContainEqual(lead(cleo));
  });

  it('with all that it said of itself, its external ids left where they are', async () => {
    const stage = await openStage();
    const { customerId, unitId, check, bo, bay1 } = stage.world;
    const person = { name: 'Ola', role: 'customer', email: 'ola@example.org', phone: '', response: 'none' } as const;
    const said = {
      title: 'Rattle',
      customerId,
      unitId,
      serviceTypeId: check,
      description: 'rattles when cold',
      meetingUrl: 'https://meet.example.org/1',
      participants: [person],
      source: { source: 'portal', id: 'r-1' },
      customData: { colour: 'red' },
      locationText: 'gate 2',
    };
    const request = { ...said, externalIds: [{ source: 'crm', id: '7' }], claims: [lead(bo), bay(bay1)] };
    const lost = await lose(stage, request, { claims: [lead(bo)] });
    const held = await offered(stage, bo);
    expect(held).toMatchObject({ ...said, externalIds: [] });
    expect((await stage.appointment(lost)).externalIds).toEqual([{ source: 'crm', id: '7' }]);
  });
});

describe('a team that becomes free', () => {
  it('is its members’ time for whoever waits', async () => {
    const stage = await openStage();
    const { anna, bo } = stage.world;
    const team = stage.ids.next<'resource'>();
    await stage.done('addResource', teamArgs(stage.world, team, [anna, bo]));
    await stage.done('addWaitlistEntry', waitlistArgs(stage.world, stage.ids.next()));
    const [first] = (await offered(stage, team)).claims;
    expect([anna, bo]).toContain(first?.resourceId);
  });
});
