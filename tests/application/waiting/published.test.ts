import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { exposeArgs, holdArgs } from '../../builders/waiting-args.ts';
import { hours, lead, OSLO } from '../../builders/world.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { as, ask, expose } from './stage.ts';

const MONDAY = { from: at(0), to: at(24) };

function publishArgs(stage: Stage, more: Partial<CommandArgs<'generateSlots'>> = {}): CommandArgs<'generateSlots'> {
  return {
    locationId: stage.world.locationId,
    resourceIds: [stage.world.anna],
    from: '2026-11-23',
    days: 1,
    duration: 60,
    gap: 0,
    serviceTypeId: null,
    ...more,
  };
}

/** Starts of the published slots in hours of the Monday. */
async function published(
  stage: Stage,
  status: ('published' | 'withdrawn')[] = ['published'],
): Promise<readonly number[]> {
  const { locationId, anna } = stage.world;
  const slots = await ask(stage, 'slotInstances', { locationId, resourceId: anna, range: MONDAY, status });
  return slots.map((slot) => (slot.range.from - at(0)) / 3_600_000);
}

async function publishing(stage: Stage): Promise<void> {
  const travel = { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 };
  const site = { name: 'Harbour', zone: 'Europe/Oslo', address: 'Quay 1', phone: '', coordinates: OSLO };
  await stage.done('updateLocation', {
    id: stage.world.locationId,
    ...site,
    hours: hours(7, 18),
    travel,
    exposes: 'published',
  });
}

describe('published slots', () => {
  it('lie end to end in the working time, breaks taken out', async () => {
    const stage = await openStage();
    await stage.done('generateSlots', publishArgs(stage));
    expect(await published(stage)).toEqual([8, 9, 10, 11, 12.5, 13.5, 14.5]);
  });

  it('leave a gap, absences, closed time and the past out', async () => {
    const stage = await openStage();
    stage.clock.set(at(8.5));
    await stage.done('recordAbsence', {
      id: stage.ids.next(),
      resourceId: stage.world.anna,
      range: { from: at(12.5), to: at(14) },
      reason: 'dentist',
    });
    await stage.done('generateSlots', publishArgs(stage, { gap: 15 }));
    expect(await published(stage)).toEqual([9.25, 10.5, 14]);
    const closure = { locationId: stage.world.locationId, from: '2026-11-24', to: '2026-11-24', name: 'Stocktaking' };
    await stage.done('addClosure', closure);
    const receipt = await stage.done('generateSlots', publishArgs(stage, { from: '2026-11-24' }));
    expect(receipt.touched).toEqual([]);
  });

  it('are everybody’s when nobody is named', async () => {
    const stage = await openStage();
    await stage.done('generateSlots', publishArgs(stage, { resourceIds: null }));
    const { locationId } = stage.world;
    const slots = await ask(stage, 'slotInstances', { locationId, resourceId: null, range: MONDAY, status: [] });
    expect(new Set(slots.map((slot) => slot.technician.name))).toEqual(new Set(['Anna', 'Bo', 'Cleo']));
  });

  it('are published once: doing it again adds nothing', async () => {
    const stage = await openStage();
    await stage.done('generateSlots', publishArgs(stage));
    const again = await stage.done('generateSlots', publishArgs(stage));
    expect(again.touched).toEqual([]);
  });

  it('are withdrawn in a stretch, and come back when published again', async () => {
    const stage = await openStage();
    await stage.done('generateSlots', publishArgs(stage));
    const { locationId, anna } = stage.world;
    await stage.done('withdrawSlots', { locationId, resourceId: anna, range: { from: at(9), to: at(11) } });
    expect(await published(stage)).toEqual([8, 11, 12.5, 13.5, 14.5]);
    expect(await published(stage, ['withdrawn'])).toEqual([9, 10]);
    await stage.done('generateSlots', publishArgs(stage));
    expect(await published(stage)).toHaveLength(7);
  });

  it('go with one undo', async () => {
    const stage = await openStage();
    const before = snapshotOf(stage.folder);
    await stage.done('generateSlots', publishArgs(stage));
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });

  it('are refused for who or what is not there, for bays, and for more than anybody could mean', async () => {
    const stage = await openStage();
    const refused = (more: Partial<CommandArgs<'generateSlots'>>) =>
      stage.refused('generateSlots', publishArgs(stage, more));
    expect(await refused({ locationId: stage.ids.next() })).toMatchObject({ field: 'locationId' });
    expect(await refused({ resourceIds: [stage.ids.next()] })).toMatchObject({ field: 'resourceIds.0' });
    expect(await refused({ serviceTypeId: stage.ids.next() })).toMatchObject({ field: 'serviceTypeId' });
    expect(await refused({ resourceIds: [stage.world.bay1] })).toMatchObject({
      problems: [{ field: 'resourceIds.0' }],
    });
    expect(await refused({ resourceIds: null, days: 42, duration: 5 })).toMatchObject({
      problems: [{ field: 'days' }],
    });
    const range = { from: at(9), to: at(11) };
    const nowhere = { locationId: stage.ids.next<'location'>(), resourceId: null, range };
    expect(await stage.refused('withdrawSlots', nowhere)).toMatchObject({ field: 'locationId' });
    const nobody = { locationId: stage.world.locationId, resourceId: stage.ids.next<'resource'>(), range };
    expect(await stage.refused('withdrawSlots', nobody)).toMatchObject({ field: 'resourceId' });
  });
});

describe('a location that publishes its slots', () => {
  it('shows those and no others', async () => {
    const stage = await openStage();
    await publishing(stage);
    await stage.done('generateSlots', publishArgs(stage, { duration: 120 }));
    const id = await expose(stage, { days: 1 });
    const shown = (await stage.store.read.get('exposure', id))?.slots ?? [];
    expect(shown.length).toBeGreaterThan(0);
    for (const slot of shown) {
      expect([at(8), at(10), at(12.5)]).toContain(slot.start);
      expect(slot).toMatchObject({ end: slot.start + 60 * 60_000, technicianId: stage.world.anna });
      expect(slot.bayId).not.toBeNull();
    }
  });

  it('shows nothing before it has published anything, nor what was withdrawn', async () => {
    const stage = await openStage();
    await publishing(stage);
    const refused = () => stage.refused('exposeSlots', exposeArgs(stage.world, stage.ids.next(), { days: 1 }));
    expect(await refused()).toMatchObject({ kind: 'no-free-slot' });
    await stage.done('generateSlots', publishArgs(stage));
    const { locationId } = stage.world;
    await stage.done('withdrawSlots', { locationId, resourceId: null, range: MONDAY });
    expect(await refused()).toMatchObject({ kind: 'no-free-slot' });
  });

  it('shows no slot that is taken, too short or for another service', async () => {
    const stage = await openStage();
    await publishing(stage);
    const { check, engine, anna } = stage.world;
    await stage.done('generateSlots', publishArgs(stage, { duration: 45 }));
    await stage.done('generateSlots', publishArgs(stage, { duration: 90, serviceTypeId: engine }));
    const refused = await stage.refused('exposeSlots', exposeArgs(stage.world, stage.ids.next(), { days: 1 }));
    expect(refused).toMatchObject({ kind: 'no-free-slot' });
    await stage.done('generateSlots', publishArgs(stage, { duration: 60, serviceTypeId: check }));
    await stage.book({ start: at(8), end: at(11.5), claims: [lead(anna)] });
    const id = await expose(stage, { days: 1 });
    const shown = (await stage.store.read.get('exposure', id))?.slots ?? [];
    expect(shown.length).toBeGreaterThan(0);
    for (const slot of shown) expect(slot.start).toBeGreaterThanOrEqual(at(12.5));
  });

  it('takes back what it withdraws: whoever was shown it sees and holds it no more, till it is published again', async () => {
    const stage = await openStage();
    await publishing(stage);
    await stage.done('generateSlots', publishArgs(stage));
    const { locationId } = stage.world;
    const portal = as(stage, 'requester', 'Portal');
    const exposureId = await expose(stage, { days: 1, requester: null }, portal);
    const shown = (await ask(portal, 'exposedSlots', { requester: null }))[0]?.slots ?? [];
    const [first] = shown;
    if (first === undefined) throw new Error('Nothing is shown');
    const holding = (key: string) =>
      holdArgs(stage.world, {
        requester: null,
        key,
        start: first.start,
        technicianId: first.technician.id,
        bayId: null,
        exposureId,
        customerId: null,
      });
    await stage.done('withdrawSlots', {
      locationId,
      resourceId: null,
      range: { from: first.start, to: addMinutes(first.start, 5) },
    });
    const left = (await ask(portal, 'exposedSlots', { requester: null }))[0]?.slots ?? [];
    expect(left.map((slot) => slot.start)).toEqual(shown.slice(1).map((slot) => slot.start));
    expect(await portal.refused('holdSlot', holding('a'))).toMatchObject({ kind: 'not-exposed', start: first.start });
    await stage.done('generateSlots', publishArgs(stage));
    expect((await ask(portal, 'exposedSlots', { requester: null }))[0]?.slots).toHaveLength(shown.length);
    await portal.done('holdSlot', holding('b'));
  });

  it('keeps to it when its other fields change', async () => {
    const stage = await openStage();
    await publishing(stage);
    const travel = { kilometresPerHour: 30, detourFactor: 1.3, accessMinutes: 3 };
    const site = { name: 'Quay', zone: 'Europe/Oslo', address: '', phone: '', coordinates: OSLO, hours: hours(7, 18) };
    await stage.done('updateLocation', { id: stage.world.locationId, ...site, travel });
    expect(await stage.store.read.get('location', stage.world.locationId)).toMatchObject({ exposes: 'published' });
  });
});
