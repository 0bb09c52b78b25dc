import { describe, expect, it } from 'vitest';
import type { PlanView } from '../../../core/contract/views/plan-view.ts';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import { PRIORITIES } from '../../../core/domain/work/service-type.ts';
import { dice, type Dice } from '../../planning/random-context.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead, OSLO, technicianArgs } from '../../builders/world.ts';

const NEAR = { latitude: 59.93, longitude: 10.8 };

async function randomOrder(stage: Stage, throws: Dice): Promise<void> {
  const { world } = stage;
  const isOut = throws.chance(25);
  const from = at(throws.int(7, 12), throws.int(0, 1));
  await stage.order({
    title: `Work ${throws.int(1, 999)}`,
    duration: 15 * throws.int(1, 8),
    priority: throws.pick(PRIORITIES),
    skills: throws.chance(50) ? [] : [{ skill: 'Engine', level: throws.pick([1, 2] as const) }],
    parts: throws.chance(60) ? [] : [{ partId: world.thermostat, quantity: throws.int(1, 2) }],
    capabilities: isOut ? null : throws.pick([[], ['lift'], null]),
    place: isOut ? { address: 'There', coordinates: throws.pick([NEAR, OSLO]) } : null,
    windows: throws.chance(30) ? [{ from, to: from + throws.int(15, 240) * MINUTE }] : [],
    due: throws.chance(30) ? at(throws.int(9, 17)) : null,
    preferredTechnicians: throws.chance(20) ? [world.bo] : [],
    forbiddenTechnicians: throws.chance(10) ? [world.anna] : [],
  });
}

/** Some of it stands already, wherever the rules let it. */
async function randomBooking(stage: Stage, throws: Dice): Promise<void> {
  const { world } = stage;
  const [orders] = [await stage.store.read.unassigned(world.locationId)];
  const order = throws.pick(orders);
  const who = throws.pick([world.anna, world.bo, world.cleo]);
  const claims = [lead(who), ...(order.capabilities === null ? [] : [bay(throws.pick([world.bay1, world.bay2]))])];
  await stage.send('bookAppointment', {
    id: stage.ids.next(),
    locationId: world.locationId,
    workOrderId: order.id,
    title: '',
    start: at(throws.int(8, 14) + 0.25 * throws.int(0, 3), throws.int(0, 1)),
    end: null,
    claims,
    as: 'confirmed',
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: order.parts.map(() => stage.ids.next()),
    recording: false,
  });
}

describe('whatever stands and waits', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('a plan fits as it is, and one undo takes it back (seed %i)', async (seed) => {
    const stage = await openStage();
    const { world } = stage;
    const throws = dice(seed);
    const skills = [{ skill: 'Engine', level: 2 as const, expiresOn: null }];
    await stage.done('updateTechnician', technicianArgs(world, world.bo, { name: 'Bo', skills, dailyMaximum: 4 }));
    for (let count = throws.int(6, 16); count > 0; count -= 1) await randomOrder(stage, throws);
    for (let count = throws.int(0, 5); count > 0; count -= 1) await randomBooking(stage, throws);
    const overtime = throws.chance(30);
    const input = {
      locationId: world.locationId,
      date: '2026-11-23',
      days: 2,
      rounds: 160,
      seed,
      mayMove: throws.chance(60),
      overtime,
    };
    const before = snapshotOf(stage.folder);
    const reply = await stage.laneway.call('run', 'planRange', { runId: 'plan', input }, { host: 'test' });
    if (!reply.ok) throw new Error(`${reply.message} ${JSON.stringify(stage.notes)}`);
    // The run is typed by its name in the contract.
    const plan = reply.value as PlanView;
    expect(snapshotOf(stage.folder)).toEqual(before);
    const waiting = await stage.store.read.unassigned(world.locationId);
    const planned = plan.placements.filter(({ line }) => line.does === 'book').length;
    const left = plan.leftOut.filter((one) => one.appointmentId === null).length;
    expect(planned + left).toBe(waiting.length);
    if (plan.placements.length === 0) return;
    const lines = plan.placements.map(({ line }) => line);
    const applied = await stage.send('applyPlan', { planId: plan.id, lines, overtime }, { acceptCautions: true });
    expect(applied.ok ? '' : applied.message).toBe('');
    await stage.done('undo', {});
    expect(snapshotOf(stage.folder)).toEqual(before);
  });
});
