import { describe, expect, it } from 'vitest';
import { NO_LOCATION_POLICY, type LocationPolicy } from '../../../core/domain/organization/location-policy.ts';
import { DEFAULT_PLANNING } from '../../../core/domain/organization/planning-terms.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { askOf } from '../../builders/ask.ts';
import { alertMessage } from '../../builders/messages.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bayArgs, hours, lead, organizationArgs, OSLO, technicianArgs } from '../../builders/world.ts';

async function withPolicy(stage: Stage, own: Partial<LocationPolicy>): Promise<void> {
  await stage.done('updateLocation', { ...site(stage), policy: { ...NO_LOCATION_POLICY, ...own } });
}

function site(stage: Stage) {
  const travel = { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 };
  const words = { name: 'Harbour', zone: 'Europe/Oslo', address: 'Quay 1', phone: '', coordinates: OSLO };
  return { id: stage.world.locationId, ...words, hours: hours(7, 18), travel };
}

describe('what a location does otherwise than the organization', () => {
  it('its buffers hold for what is booked there', async () => {
    const stage = await openStage();
    await withPolicy(stage, { bufferBefore: minutes(10), bufferAfter: minutes(45) });
    const id = await stage.bookWork({ claims: [lead(stage.world.anna)] });
    expect(await stage.appointment(id)).toMatchObject({ before: 10, after: 45 });
  });

  it('its daily maximum blocks the next booking of the day', async () => {
    const stage = await openStage();
    await withPolicy(stage, { dailyMaximum: 1 });
    await stage.book();
    const refused = await stage.refused('bookAppointment', {
      id: stage.ids.next(),
      locationId: stage.world.locationId,
      workOrderId: null,
      title: 'Second',
      start: at(13),
      end: at(14),
      claims: [lead(stage.world.anna)],
      as: 'confirmed',
      serviceTypeId: null,
      customerId: null,
      unitId: null,
      participants: [],
      description: '',
      reservationIds: [],
      recording: false,
    });
    expect(refused).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'daily-maximum', maximum: 1 } }] });
  });

  it('its weights rank the slots: a dear wish is worth the wait, a cheap one is not', async () => {
    const stage = await openStage();
    const { world } = stage;
    const skills = [{ skill: 'Engine', level: 3 as const, expiresOn: null }];
    await stage.done('updateTechnician', technicianArgs(world, world.bo, { name: 'Bo', skills }));
    await stage.book({ claims: [lead(world.anna)], start: at(8), end: at(11) });
    const workOrderId = await stage.order({ preferredTechnicians: [world.anna], priority: 'urgent' });
    const input = { work: { workOrderId }, from: null, days: 1, count: 1, duration: null, within: null };
    const first = await askOf(stage, 'suggestSlots', input);
    expect(first.suggestions[0]?.technician?.name).toBe('Bo');
    expect(first.suggestions[0]?.facts).toContainEqual({ fact: 'not-preferred-technician', cost: 20 });
    await withPolicy(stage, { planning: { ...DEFAULT_PLANNING, notPreferred: 2000 } });
    const then = await askOf(stage, 'suggestSlots', input);
    expect(then.suggestions[0]?.technician?.name).toBe('Anna');
  });

  it('its facts for a drag carry the policy that holds there', async () => {
    const stage = await openStage();
    await withPolicy(stage, { dailyMaximum: 4, planning: { ...DEFAULT_PLANNING, travelPerMinute: 3 } });
    const context = await askOf(stage, 'placementContext', {
      locationId: stage.world.locationId,
      date: '2026-11-23',
      days: 1,
    });
    expect(context.policy).toMatchObject({ dailyMaximum: 4, bufferAfter: 15, planning: { travelPerMinute: 3 } });
    expect(context.technicians.map((one) => one.dailyMaximum)).toEqual([4, 4, 4]);
  });

  it('its switch and days decide whether a critical message books itself', async () => {
    const stage = await openStage();
    const { world } = stage;
    const kind = { code: 'repair' as const, name: 'Repair', shortest: 30, longest: 240, priority: 'urgent' as const };
    await stage.done('updateAppointmentKind', { id: world.kindId, ...kind, autoBook: 'critical-alerts' });
    const outcome = async (message: string): Promise<string | undefined> => {
      const { ids } = stage;
      const id = ids.next<'alert'>();
      const more = { workOrderId: ids.next<'work-order'>(), appointmentId: ids.next<'appointment'>() };
      await stage.done('receiveAlert', { id, message: alertMessage(message), ...more });
      return (await stage.store.read.get('alert', id))?.outcome.status;
    };
    expect(await outcome('a1')).toBe('booked');
    await withPolicy(stage, { autoBook: false });
    expect(await outcome('a2')).toBe('work-order');
    await withPolicy(stage, { autoBookDays: 0 });
    expect(await outcome('a3')).toBe('work-order');
    await withPolicy(stage, {});
    expect(await outcome('a4')).toBe('booked');
  });

  it('its bays are counted, not said: one more bay is one more', async () => {
    const stage = await openStage();
    const input = { locationId: stage.world.locationId, date: '2026-11-23', days: 1 };
    expect((await askOf(stage, 'placementContext', input)).bays).toHaveLength(2);
    await stage.done('addBay', bayArgs(stage.world, stage.ids.next(), { name: 'Bay 3' }));
    expect((await askOf(stage, 'placementContext', input)).bays).toHaveLength(3);
  });

  it('stays as it is when a change of the location leaves it out, and undo brings back what was', async () => {
    const stage = await openStage();
    await withPolicy(stage, { autoBookDays: 3, autoBook: false });
    await stage.done('updateLocation', { ...site(stage), phone: '12' });
    const { read } = stage.store;
    const own = { ...NO_LOCATION_POLICY, autoBookDays: 3, autoBook: false };
    expect((await read.get('location', stage.world.locationId))?.policy).toEqual(own);
    await stage.done('undo', {});
    await stage.done('undo', {});
    expect((await read.get('location', stage.world.locationId))?.policy).toEqual(NO_LOCATION_POLICY);
  });

  it('weights of the organization hold where a location has none, and stay when a change leaves them out', async () => {
    const stage = await openStage();
    const { organizationId, locationId } = stage.world;
    const { policy } = organizationArgs(organizationId);
    const weights = async (): Promise<number> => {
      const context = await askOf(stage, 'placementContext', { locationId, date: '2026-11-23', days: 1 });
      return context.policy.planning.travelPerMinute;
    };
    const planning = { ...DEFAULT_PLANNING, travelPerMinute: 2 };
    await stage.done('updatePolicy', { organizationId, policy: { ...policy, planning } });
    expect(await weights()).toBe(2);
    const { planning: _planning, ...rest } = policy;
    await stage.done('updatePolicy', { organizationId, policy: rest });
    expect(await weights()).toBe(2);
    await withPolicy(stage, { planning: DEFAULT_PLANNING });
    expect(await weights()).toBe(1);
  });

  it.each([
    ['policy.bufferAfter', { bufferAfter: -1 }, 'must be at least 0 minutes'],
    ['policy.dailyMaximum', { dailyMaximum: 0 }, 'must be at least 1'],
    ['policy.autoBookDays', { autoBookDays: 91 }, 'must be at most 90'],
    ['policy.planning.keptFree', { planning: { keptFree: 2 } }, 'must be at most 1'],
    ['policy.planning.perMovedPromise', { planning: { perMovedPromise: -1 } }, 'must be at least 0'],
  ])('refuses %s that makes no sense with a sentence', async (field, policy, reason) => {
    const stage = await openStage();
    const input = { id: stage.ids.next(), args: { ...site(stage), policy } };
    const reply = await stage.laneway.call('command', 'updateLocation', input, { host: 'test' });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-input', problems: [{ field, reason }] } });
  });
});
