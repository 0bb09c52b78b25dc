import { describe, expect, it } from 'vitest';
import { askOf, refusedQuery } from '../../builders/ask.ts';
import { at } from '../../builders/surroundings.ts';
import { claim, customArgs, teamArgs } from '../../builders/resource-args.ts';
import { seriesArgs } from '../../builders/series-args.ts';
import { openStage } from '../../builders/use-world.ts';
import { bookingArgs, hours, lead, roomArgs } from '../../builders/world.ts';

async function yard() {
  const stage = await openStage();
  const { world, ids } = stage;
  const [room, car, crew] = [ids.next<'resource'>(), ids.next<'resource'>(), ids.next<'resource'>()];
  await stage.done('addResource', roomArgs(world, room, { breaks: hours(12, 13) }));
  await stage.done('addResource', customArgs(world, car));
  await stage.done('addResource', teamArgs(world, crew, [world.anna, world.bo]));
  return { stage, world, room, car, crew };
}

const MONDAY = { from: at(0), to: at(24) };
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });

describe('resourceSchedule', () => {
  it('tells working time, what closes it and what is booked', async () => {
    const { stage, world, room } = await yard();
    const id = await stage.book({ title: 'Interview', claims: [claim(room, 'room')] });
    await stage.done('recordAbsence', {
      id: stage.ids.next(),
      resourceId: room,
      range: span(15, 16),
      reason: 'Painters',
    });
    const gone = await stage.book({ claims: [claim(room, 'room')], start: at(14), end: at(14.5) });
    await stage.done('cancelAppointment', { id: gone, reason: 'ill' });
    const schedule = await askOf(stage, 'resourceSchedule', { resourceId: room, range: MONDAY });
    expect(schedule).toMatchObject({
      resource: { id: room, kind: 'room', name: 'Room', capacity: 1, zone: 'Europe/Oslo' },
      working: [span(7, 12), span(13, 15), span(16, 18)],
      closed: [{ ...span(15, 16), why: 'absence', name: 'Painters' }],
    });
    expect(schedule.appointments).toEqual([
      {
        id,
        title: 'Interview',
        start: at(9),
        end: at(10),
        busy: { from: at(9), to: at(10.25) },
        state: { status: 'confirmed' },
        role: 'room',
        units: 1,
      },
    ]);
    const anna = await askOf(stage, 'resourceSchedule', { resourceId: world.anna, range: span(11, 13) });
    expect(anna.working).toEqual([span(11, 12), span(12.5, 13)]);
  });

  it('tells the occurrences of series that are no appointments yet, as such', async () => {
    const { stage, world, room } = await yard();
    const id = stage.ids.next<'series'>();
    const claims = [lead(world.anna), claim(room, 'room')];
    await stage.done('createSeries', seriesArgs(world, id, { claims, rule: 'FREQ=DAILY', before: 5, after: 10 }));
    const named = { seriesId: id, occurrence: '2026-11-24T09:00' };
    const booked = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { id: booked, ...named, reservationIds: [] });
    const ask = (from: number, to: number) =>
      askOf(stage, 'resourceSchedule', { resourceId: room, range: { from: at(from), to: at(to) } });
    const { appointments, occurrences } = await ask(0, 72);
    expect(appointments).toMatchObject([{ id: booked, start: at(9, 1) }]);
    const told = { seriesId: id, title: 'Team meeting', role: 'room', units: 1 };
    expect(occurrences).toEqual([
      { ...told, occurrence: '2026-11-23T09:00', start: at(9), end: at(10), busy: span(9 - 5 / 60, 10 + 10 / 60) },
      {
        ...told,
        occurrence: '2026-11-25T09:00',
        start: at(9, 2),
        end: at(10, 2),
        busy: { from: at(9 - 5 / 60, 2), to: at(10 + 10 / 60, 2) },
      },
    ]);
    expect((await ask(10.1, 24)).occurrences).toHaveLength(1);
    expect((await ask(10.2, 24)).occurrences).toEqual([]);
    stage.clock.set(at(10));
    expect((await ask(0, 24)).occurrences).toEqual([]);
  });

  it('counts a closure of the location', async () => {
    const { stage, world, room } = await yard();
    const { locationId } = world;
    await stage.done('addClosure', { locationId, from: '2026-11-23', to: '2026-11-23', name: 'Stocktaking' });
    const schedule = await askOf(stage, 'resourceSchedule', { resourceId: room, range: MONDAY });
    expect(schedule).toMatchObject({ working: [], closed: [{ why: 'closure', name: 'Stocktaking' }] });
  });

  it('refuses a resource that is not there and a stretch that is too long', async () => {
    const { stage, room } = await yard();
    const nobody = stage.ids.next<'resource'>();
    expect(await refusedQuery(stage, 'resourceSchedule', { resourceId: nobody, range: MONDAY })).toMatchObject({
      kind: 'not-found',
      field: 'resourceId',
    });
    const long = { from: at(0), to: at(0, 63) };
    expect(await refusedQuery(stage, 'resourceSchedule', { resourceId: room, range: long })).toMatchObject({
      problems: [{ field: 'range.to', reason: 'must be at most 62 days long' }],
    });
  });
});

describe('freeTime', () => {
  it('is the working time without busy time, in stretches that are long enough', async () => {
    const { stage, room } = await yard();
    await stage.book({ claims: [claim(room, 'room')] });
    await stage.book({ claims: [claim(room, 'room')], start: at(11), end: at(11.5) });
    const ask = (minimum: number) => askOf(stage, 'freeTime', { resourceId: room, range: MONDAY, minimum });
    expect((await ask(1)).free).toEqual([span(7, 9), span(10.25, 11), span(11.75, 12), span(13, 18)]);
    expect((await ask(46)).free).toEqual([span(7, 9), span(13, 18)]);
  });

  it('asks how many units are wanted', async () => {
    const { stage, car } = await yard();
    await stage.book({ claims: [claim(car, 'custom', 2)] });
    const ask = async (units: number) =>
      (await askOf(stage, 'freeTime', { resourceId: car, range: span(8, 12), units })).free;
    expect(await ask(1)).toEqual([span(8, 12)]);
    expect(await ask(2)).toEqual([span(8, 9), span(10.25, 12)]);
    expect(await ask(4)).toEqual([]);
  });

  it('knows a team’s members, and their team', async () => {
    const { stage, world, crew } = await yard();
    await stage.book({ claims: [lead(world.anna)] });
    const ask = async (resourceId: typeof crew, units = 1) =>
      (await askOf(stage, 'freeTime', { resourceId, range: span(8, 11), units })).free;
    expect(await ask(crew, 2)).toEqual([span(8, 9), span(10.25, 11)]);
    expect(await ask(crew)).toEqual([span(8, 11)]);
    await stage.book({ claims: [claim(crew, 'team')], start: at(9.5), end: at(9.75) });
    expect(await ask(world.bo)).toEqual([span(8, 9.5), span(10, 11)]);
  });
});

describe('resourceUtilisation', () => {
  it('is unit-minutes booked over unit-minutes open, per resource and day', async () => {
    const { stage, world, room, car } = await yard();
    await stage.book({ claims: [claim(room, 'room'), claim(car, 'custom', 2)] });
    const asked = { locationId: world.locationId, from: '2026-11-23', days: 2, resourceIds: [room, car] };
    const { rows, total } = await askOf(stage, 'resourceUtilisation', asked);
    expect(rows).toMatchObject([
      { resourceId: car, date: '2026-11-23', bookedMinutes: 120, openMinutes: 3 * 660 },
      { resourceId: car, date: '2026-11-24', bookedMinutes: 0, openMinutes: 3 * 660 },
      { resourceId: room, date: '2026-11-23', bookedMinutes: 60, openMinutes: 600, share: 0.1 },
      { resourceId: room, date: '2026-11-24', bookedMinutes: 0, openMinutes: 600, share: 0 },
    ]);
    expect(total).toMatchObject({ bookedMinutes: 180, openMinutes: 1200 + 6 * 660 });
  });

  it('counts the time that series will take, and a team’s open time once with its members’', async () => {
    const { stage, world, crew } = await yard();
    const id = stage.ids.next<'series'>();
    await stage.done('createSeries', seriesArgs(world, id, { claims: [claim(crew, 'team', 2)], rule: 'FREQ=DAILY' }));
    const { anna, bo, locationId } = world;
    const ask = async (resourceIds: (typeof crew)[]) =>
      (await askOf(stage, 'resourceUtilisation', { locationId, from: '2026-11-23', days: 1, resourceIds })).total;
    const people = await ask([anna, bo]);
    expect(people.openMinutes).toBeGreaterThan(600);
    expect(await ask([crew])).toMatchObject({ bookedMinutes: 120, openMinutes: 2 * 660 });
    expect(await ask([crew, anna, bo])).toMatchObject({ bookedMinutes: 120, openMinutes: people.openMinutes });
    expect(await ask([crew, bo])).toMatchObject({ openMinutes: 660 + (await ask([bo])).openMinutes });
    const asked = { locationId, from: '2026-11-23', days: 1 };
    stage.clock.set(at(9.5));
    expect((await askOf(stage, 'resourceUtilisation', asked)).total.bookedMinutes).toBe(120);
    stage.clock.set(at(10));
    expect((await askOf(stage, 'resourceUtilisation', asked)).total.bookedMinutes).toBe(0);
  });

  it('takes every resource of the location when none is named, and refuses a location that is not there', async () => {
    const { stage, world } = await yard();
    const { rows } = await askOf(stage, 'resourceUtilisation', {
      locationId: world.locationId,
      from: '2026-11-23',
      days: 1,
    });
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(['technician', 'bay', 'room', 'custom', 'team']));
    const nowhere = { locationId: stage.ids.next<'location'>(), from: '2026-11-23', days: 1 };
    expect(await refusedQuery(stage, 'resourceUtilisation', nowhere)).toMatchObject({ kind: 'not-found' });
  });
});

describe('nextFreeSlot', () => {
  it('finds people by skill, rooms and units at once, and what it finds can be booked', async () => {
    const { stage, world, room, car } = await yard();
    await stage.book({ claims: [lead(world.anna)], start: at(8), end: at(9) });
    await stage.book({ claims: [claim(room, 'room')], start: at(9.5), end: at(11.75) });
    await stage.book({ claims: [claim(room, 'room')], start: at(13), end: at(13.75) });
    await stage.book({ claims: [claim(car, 'custom', 3)], start: at(14), end: at(15) });
    const wishes = [
      { kind: 'technician' as const, skills: [{ skill: 'Engine', level: 2 as const }] },
      { kind: 'room' as const },
      { kind: 'custom' as const, type: 'Courtesy car', units: 2 },
    ];
    const { locationId } = world;
    const { slot, searched } = await askOf(stage, 'nextFreeSlot', { locationId, duration: 30, after: 0, wishes });
    expect(searched).toEqual({ from: at(7), to: at(0, 30) });
    expect(slot).toMatchObject({
      start: at(15.25),
      end: at(15.75),
      claims: [
        { resourceId: world.anna, name: 'Anna', kind: 'technician', role: 'lead', units: 1 },
        { resourceId: room, kind: 'room', role: 'room' },
        { resourceId: car, kind: 'custom', role: 'custom', units: 2 },
      ],
    });
    if (slot === null) throw new Error('nothing free');
    const claims = slot.claims.map(({ resourceId, role, units }) => ({ resourceId, role, units }));
    const early = { claims, start: slot.start - 15 * 60_000, end: slot.end - 15 * 60_000 };
    expect(await stage.refused('bookAppointment', bookingArgs(world, stage.ids.next(), early))).toMatchObject({
      kind: 'blocked',
    });
    const { policy } = (await stage.store.read.all('organization'))[0] ?? {};
    expect(policy?.bufferAfter).toBe(15);
    await stage.book({ claims, start: slot.start, end: slot.end });
  });

  it('looks from the moment and over the days that are asked for', async () => {
    const { stage, world } = await yard();
    const { locationId } = world;
    const wishes = [{ kind: 'technician' as const, resourceIds: [world.anna] }];
    const range = { from: at(0), to: at(0, 4) };
    await stage.done('recordAbsence', { id: stage.ids.next(), resourceId: world.anna, range, reason: 'Course' });
    const ask = async (more: object) =>
      (await askOf(stage, 'nextFreeSlot', { locationId, duration: 60, wishes, ...more })).slot?.start ?? null;
    expect(await ask({})).toBe(at(8, 4));
    expect(await ask({ days: 4 })).toBeNull();
    expect(await ask({ from: at(11.5, 5) })).toBe(at(12.5, 5));
  });

  it('finds nothing for a wish that nobody can ever fulfil', async () => {
    const { stage, world } = await yard();
    const { locationId } = world;
    const wishes = [{ kind: 'team' as const, units: 3 }];
    expect((await askOf(stage, 'nextFreeSlot', { locationId, duration: 60, wishes })).slot).toBeNull();
  });

  it('refuses what is not there, more than 60 days, and skills of a room', async () => {
    const { stage, world } = await yard();
    const { locationId } = world;
    const wishes = [{ kind: 'room' as const, resourceIds: [stage.ids.next<'resource'>()] }];
    expect(await refusedQuery(stage, 'nextFreeSlot', { locationId, duration: 60, wishes })).toMatchObject({
      kind: 'not-found',
      field: 'wishes.0.resourceIds.0',
    });
    const skilled = [{ kind: 'room' as const, skills: [{ skill: 'Engine', level: 1 as const }] }];
    expect(
      await refusedQuery(stage, 'nextFreeSlot', { locationId, duration: 60, days: 61, wishes: skilled }),
    ).toMatchObject({
      problems: [{ field: 'days' }, { field: 'wishes.0.skills' }],
    });
  });
});
