import { describe, expect, it } from 'vitest';
import { neededParts } from '../../core/application/outside/needed-parts.ts';
import type { CommandArgs } from '../../core/contract/client.ts';
import { commands, type CommandName } from '../../core/contract/commands/index.ts';
import { alertMessage } from '../builders/messages.ts';
import { at } from '../builders/surroundings.ts';
import { holdArgs } from '../builders/waiting-args.ts';
import { lead } from '../builders/world.ts';
import { openSeriesStage, type SeriesStage } from './series/stage.ts';

/** What the command asks of the stock, as `submit` would find it. */
function needed<N extends CommandName>(stage: SeriesStage, name: N, args: CommandArgs<N>) {
  const parsed: unknown = commands[name].args.parse(args);
  const admitted = { id: '', name, args: parsed, fingerprint: '', why: '', acceptCautions: false };
  return neededParts(stage.store.read.within(stage.world.organizationId), admitted);
}

describe('the parts that a booking is about to take', () => {
  it('are known for every command that books', async () => {
    const stage = await openSeriesStage();
    const { world, ids } = stage;
    const thermostat = [{ locationId: world.locationId, partIds: [world.thermostat] }];
    const requested = await stage.bookWork({ as: 'requested' });
    const workOrderId = await stage.order();
    const seriesId = await stage.repeat({ serviceTypeId: world.engine });
    const line = { start: at(9), end: at(10), claims: [lead(world.anna)] };
    const alert = { id: ids.next(), message: alertMessage('a1'), workOrderId: ids.next(), appointmentId: ids.next() };
    const book = { does: 'book' as const, workOrderId, ...line };
    const away = { does: 'call-off' as const, appointmentId: requested, reason: 'ill' };
    const occurrence = { seriesId, occurrence: '2026-11-30T09:00', id: ids.next() };
    expect([
      await needed(stage, 'confirmAppointment', { id: requested, reservationIds: [] }),
      await needed(stage, 'approveAppointment', { id: requested }),
      await needed(stage, 'confirmHold', { id: requested, key: 'k' }),
      await needed(stage, 'holdSlot', holdArgs(world, { serviceTypeId: world.engine })),
      await needed(stage, 'bookOccurrence', occurrence),
      await needed(stage, 'applyPlan', { planId: ids.next(), lines: [book, away] }),
      await needed(stage, 'receiveAlert', alert),
    ]).toEqual(Array.from({ length: 7 }, () => thermostat));
  });

  it('are none for work without parts, rows that are not there, and what books nothing', async () => {
    const stage = await openSeriesStage();
    const { world, ids } = stage;
    expect([
      await needed(stage, 'holdSlot', holdArgs(world)),
      await needed(stage, 'confirmHold', { id: ids.next(), key: 'k' }),
      await needed(stage, 'acceptOffer', { id: ids.next() }),
      await needed(stage, 'countStock', { stockId: world.stock, onHand: 3 }),
    ]).toEqual([[], [], [], []]);
  });
});
