import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Exposure } from '../../../core/domain/work/exposure.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { exposeArgs, holdArgs } from '../../builders/waiting-args.ts';
import { lead } from '../../builders/world.ts';
import { as, ask, expose, hold } from './stage.ts';

async function exposure(stage: Stage, id: string): Promise<Exposure> {
  const row = await stage.store.read.get('exposure', id);
  if (row === undefined) throw new Error(`There is no exposure ${id}`);
  return row;
}

/** The hold of the nth shown slot. */
function holdOf({ slots, requester, id }: Exposure, index: number, key = 'shown'): Partial<CommandArgs<'holdSlot'>> {
  const slot = slots[index];
  if (slot === undefined) throw new Error(`Only ${slots.length} slots are shown`);
  const { start, technicianId, bayId } = slot;
  return { requester, key, start, technicianId, bayId, exposureId: id };
}

describe('slots that are shown', () => {
  it('are up to five of a location and up to three of a person', async () => {
    const stage = await openStage();
    const anyone = await exposure(stage, await expose(stage, { requester: 'portal' }));
    expect(anyone.slots).toHaveLength(5);
    expect(new Set(anyone.slots.map((slot) => slot.technicianId)).size).toBe(3);
    const anna = await exposure(stage, await expose(stage, { requester: 'portal', resourceId: stage.world.anna }));
    expect(anna.slots).toHaveLength(3);
    expect(anna.slots.every((slot) => slot.technicianId === stage.world.anna)).toBe(true);
    expect(anna).toMatchObject({ requester: 'portal', at: at(7), until: at(7.25) });
  });

  it('are fewer where there are not so many', async () => {
    const stage = await openStage();
    await stage.done('recordAbsence', {
      id: stage.ids.next(),
      resourceId: stage.world.anna,
      range: { from: at(9.25), to: at(16) },
      reason: 'away',
    });
    const shown = await exposure(stage, await expose(stage, { resourceId: stage.world.anna, days: 1 }));
    expect(shown.slots.map((slot) => slot.start)).toEqual([at(8)]);
  });

  it('stand for the minutes of the policy: the same question is answered by the same exposure', async () => {
    const stage = await openStage();
    const id = await expose(stage, { requester: 'portal' });
    const sequence = await stage.store.read.sequence();
    stage.clock.pass(14);
    expect(await expose(stage, { requester: 'portal', days: 2 })).toBe(id);
    expect(await stage.store.read.sequence()).toBe(sequence);
    stage.clock.pass(1);
    expect(await expose(stage, { requester: 'portal' })).not.toBe(id);
  });

  it('are shown anew when the service takes longer than it did', async () => {
    const stage = await openStage();
    const { check, kindId } = stage.world;
    const before = await exposure(stage, await expose(stage, { requester: 'portal' }));
    const none = { skills: [], capabilities: null, parts: [], bufferBefore: null, bufferAfter: null, checklist: [] };
    const longer = { id: check, kindId, name: 'Check', duration: 95, ...none, dataSchema: null };
    await stage.done('updateServiceType', longer);
    const after = await exposure(stage, await expose(stage, { requester: 'portal' }));
    expect(before.slots.every(({ start, end }) => end - start === 60 * 60_000)).toBe(true);
    expect(after.slots.length).toBeGreaterThan(0);
    expect(after.slots.every(({ start, end }) => end - start === 95 * 60_000)).toBe(true);
  });

  it('stand as long as the policy says', async () => {
    const stage = await openStage();
    const { organizationId } = stage.world;
    const [organization] = await stage.store.read.all('organization');
    if (organization === undefined) throw new Error('There is no organization');
    await stage.done('updatePolicy', {
      organizationId,
      policy: { ...organization.policy, exposureMinutes: 40 },
    });
    expect((await exposure(stage, await expose(stage))).until).toBe(at(7) + 40 * 60_000);
  });

  it('are the same for the same requester in the same state', async () => {
    const slots = [];
    for (const _ of [1, 2]) {
      const stage = await openStage();
      slots.push((await exposure(stage, await expose(stage, { requester: 'portal' }))).slots);
    }
    expect(slots[0]).toEqual(slots[1]);
  });

  it('are another one’s for another question', async () => {
    const stage = await openStage();
    const first = await expose(stage, { requester: 'portal' });
    expect(await expose(stage, { requester: 'portal', serviceTypeId: stage.world.engine })).not.toBe(first);
    expect(await expose(stage, { requester: 'another' })).not.toBe(first);
    expect(await expose(stage, { requester: 'portal', resourceId: stage.world.bo })).not.toBe(first);
  });

  it('are never slots that a hold has taken, and come back when it runs out', async () => {
    const stage = await openStage();
    const everything = { from: at(8), to: at(16) };
    for (const resourceId of [stage.world.bo, stage.world.cleo])
      await stage.done('recordAbsence', { id: stage.ids.next(), resourceId, range: everything, reason: 'away' });
    await stage.book({ start: at(8), end: at(11.5) });
    const morning = { days: 1, requester: 'a' };
    const before = await exposure(stage, await expose(stage, morning));
    expect(before.slots.length).toBeGreaterThan(1);
    await hold(stage, { start: at(12.5) });
    const meanwhile = await exposure(stage, await expose(stage, { days: 1, requester: 'b' }));
    expect(meanwhile.slots.every((slot) => slot.start >= at(13.75))).toBe(true);
    stage.clock.pass(16);
    const after = await exposure(stage, await expose(stage, { days: 1, requester: 'c' }));
    expect(after.slots.some((slot) => slot.start < at(13.75))).toBe(true);
  });

  it('are filled up when others have taken so much that too little is left', async () => {
    const stage = await openStage();
    const id = await expose(stage, { requester: 'portal' });
    const before = await exposure(stage, id);
    const [first] = before.slots;
    for (const [index, slot] of before.slots.slice(1, 4).entries())
      await stage.book({
        start: slot.start,
        end: slot.end,
        claims: [lead(slot.technicianId)],
        title: `Taken ${index}`,
      });
    expect((await ask(stage, 'exposedSlots', { requester: 'portal' }))[0]?.slots).toHaveLength(2);
    expect(await expose(stage, { requester: 'portal' })).toBe(id);
    const after = await exposure(stage, id);
    expect(after.slots).toHaveLength(5);
    expect(after.slots).toContainEqual(first);
    expect(after.until).toBe(before.until);
  });

  it('are shared out: after thirty requesters everybody was shown nearly alike', async () => {
    const stage = await openStage();
    const counts = new Map<string, number>();
    for (let index = 0; index < 30; index += 1) {
      const shown = await exposure(stage, await expose(stage, { requester: `r${index}` }));
      for (const slot of shown.slots) counts.set(slot.technicianId, (counts.get(slot.technicianId) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([50, 50, 50]);
  });

  it('are shared out alike by a host that has just started', async () => {
    const stage = await openStage();
    for (let index = 0; index < 4; index += 1) await expose(stage, { requester: `r${index}` });
    const fresh = stage.as(stage.surroundings);
    const one = await exposure(stage, await expose(stage, { requester: 'last' }, fresh));
    const rows = await stage.store.read.find('exposure', {});
    const counts = Map.groupBy(
      rows.flatMap((row) => row.slots),
      (slot) => slot.technicianId,
    );
    const numbers = [...counts.values()].map((slots) => slots.length);
    expect(one.slots).toHaveLength(5);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeLessThanOrEqual(1);
  });

  it('are refused where nothing is free', async () => {
    const stage = await openStage();
    await stage.done('addClosure', {
      locationId: stage.world.locationId,
      from: '2026-11-23',
      to: '2026-11-23',
      name: 'Stocktaking',
    });
    const refusal = await stage.refused('exposeSlots', exposeArgs(stage.world, stage.ids.next(), { days: 1 }));
    expect(refusal).toEqual({ kind: 'no-free-slot', from: at(0), to: at(24) });
  });

  it('are refused for a place, a service or a person that is not there', async () => {
    const stage = await openStage();
    const refused = (more: Partial<CommandArgs<'exposeSlots'>>) =>
      stage.refused('exposeSlots', exposeArgs(stage.world, stage.ids.next(), more));
    expect(await refused({ locationId: stage.ids.next() })).toMatchObject({ kind: 'not-found', field: 'locationId' });
    expect(await refused({ serviceTypeId: stage.ids.next() })).toMatchObject({ field: 'serviceTypeId' });
    expect(await refused({ resourceId: stage.ids.next() })).toMatchObject({ field: 'resourceId' });
    expect(await refused({ resourceId: stage.world.bay1 })).toMatchObject({ problems: [{ field: 'resourceId' }] });
    const id = await expose(stage);
    expect(await stage.refused('exposeSlots', exposeArgs(stage.world, id, { requester: 'another' }))).toMatchObject({
      kind: 'already-exists',
      entity: 'exposure',
    });
  });

  it('are not undone', async () => {
    const stage = await openStage();
    await expose(stage);
    const newest = await stage.store.read.logEntry(await stage.store.read.sequence());
    expect(newest).toMatchObject({ name: 'exposeSlots', undoable: false });
  });
});

describe('the slots of a requester', () => {
  it('are told with names, without what was taken meanwhile', async () => {
    const stage = await openStage();
    const id = await expose(stage, { requester: 'portal' });
    const shown = await exposure(stage, id);
    const [view] = await ask(stage, 'exposedSlots', { requester: 'portal' });
    expect(view).toMatchObject({ id, requester: 'portal', until: at(7.25) });
    expect(view?.slots.map((slot) => slot.start)).toEqual(shown.slots.map((slot) => slot.start));
    await hold(stage, holdOf(shown, 0));
    const [after] = await ask(stage, 'exposedSlots', { requester: 'portal' });
    expect(after?.slots).not.toContainEqual(view?.slots[0]);
    stage.clock.pass(16);
    expect(await ask(stage, 'exposedSlots', { requester: 'portal' })).toEqual([]);
  });

  it('are a user’s own alone when its role is requester', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    await expose(stage, { requester: 'somebody' });
    expect(await ask(portal, 'exposedSlots', { requester: null })).toEqual([]);
    const reply = await portal.laneway.call('query', 'exposedSlots', { requester: 'somebody' }, { host: 'test' });
    expect(reply).toMatchObject({ error: { kind: 'invalid-input', problems: [{ field: 'requester' }] } });
    const args = exposeArgs(stage.world, stage.ids.next(), { requester: 'somebody' });
    expect(await portal.refused('exposeSlots', args)).toMatchObject({ problems: [{ field: 'requester' }] });
    const id = await expose(stage, {}, portal);
    expect((await ask(portal, 'exposedSlots', { requester: null })).map((one) => one.id)).toEqual([id]);
  });
});

describe('a hold of a shown slot', () => {
  it('is a requester’s own, from showing to confirming', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    const shown = await exposure(stage, await expose(stage, {}, portal));
    const id = await hold(stage, { ...holdOf(shown, 0), requester: null }, portal);
    expect(await ask(portal, 'holds', { requester: null, key: null })).toMatchObject([
      { id, state: { status: 'held' } },
    ]);
    await portal.done('confirmHold', { id, key: 'c' });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('is refused for another start, person, bay, service or exposure, and when the time has passed', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    const shown = await exposure(stage, await expose(stage, {}, portal));
    const refused = (more: Partial<CommandArgs<'holdSlot'>>) =>
      portal.refused('holdSlot', holdArgs(stage.world, { ...holdOf(shown, 0), ...more }));
    const notShown = { kind: 'not-exposed' };
    const start = shown.slots[0]?.start ?? at(0);
    expect(await refused({ start: start + 60_000 })).toMatchObject(notShown);
    const others = [stage.world.anna, stage.world.bo, stage.world.cleo];
    const other = others.find((id) => shown.slots.every((slot) => slot.start !== start || slot.technicianId !== id));
    expect(await refused({ technicianId: other ?? '' })).toMatchObject(notShown);
    const bays = [stage.world.bay1, stage.world.bay2];
    expect(await refused({ bayId: bays.find((id) => id !== shown.slots[0]?.bayId) ?? null })).toMatchObject(notShown);
    expect(await refused({ serviceTypeId: stage.world.engine })).toMatchObject(notShown);
    expect(await refused({ workOrderId: await stage.order() })).toMatchObject(notShown);
    expect(await refused({ exposureId: null })).toMatchObject(notShown);
    const foreign = await expose(stage, { requester: 'somebody' });
    expect(await refused({ exposureId: foreign })).toMatchObject({ kind: 'not-found', entity: 'exposure' });
    stage.clock.pass(15);
    expect(await refused({})).toMatchObject(notShown);
  });

  it('accepts no cautions of a requester', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    const shown = await exposure(stage, await expose(stage, { serviceTypeId: stage.world.engine }, portal));
    await stage.done('countStock', { stockId: stage.world.stock, onHand: 0 });
    const args = holdArgs(stage.world, { ...holdOf(shown, 0), serviceTypeId: stage.world.engine });
    const refusal = await portal.refused('holdSlot', args, { acceptCautions: true });
    expect(refusal).toMatchObject({ kind: 'blocked', reasons: [{ reason: { part: 'Thermostat' } }] });
  });

  it('that somebody was quicker about is refused with the rest of what is shown', async () => {
    const stage = await openStage();
    const portal = as(stage, 'requester', 'Portal');
    const shown = await exposure(stage, await expose(stage, {}, portal));
    const [first, ...rest] = shown.slots;
    if (first === undefined) throw new Error('Nothing is shown');
    await stage.book({ start: first.start, end: first.end, claims: [lead(first.technicianId)] });
    const refusal = await portal.refused('holdSlot', holdArgs(stage.world, holdOf(shown, 0)));
    if (refusal.kind !== 'time-taken') throw new Error(`Refused as ${refusal.kind}`);
    const instead = refusal.alternatives.map((slot) => `${slot.start} ${slot.technician?.id}`);
    expect(rest.map((slot) => `${slot.start} ${slot.technicianId}`)).toEqual(expect.arrayContaining(instead));
  });
});
