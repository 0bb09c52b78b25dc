import { describe, expect, it } from 'vitest';
import { clientOver } from '../../../core/contract/client.ts';
import type { LanewayEvent } from '../../../core/contract/events.ts';
import type { PlanView } from '../../../core/contract/views/plan-view.ts';
import { openLaneway } from '../../../core/compose.ts';
import { uuidv7 } from '../../../core/kernel/id.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import { clockAt } from '../../builders/surroundings.ts';
import { temporaryFolder } from '../../builders/use-world.ts';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 24));
const MOST_BOARD = 7;

/** The product on the sample organization, with its own planning threads. */
async function openSample() {
  const laneway = await openLaneway({
    dataDir: temporaryFolder(),
    host: 'browser',
    sample: 'when-empty',
    clock: clockAt(NOW),
    checkAfter: 600_000,
  });
  let count = 0;
  const newId = (): string =>
    uuidv7(
      NOW,
      Uint8Array.from({ length: 10 }, (_, index) => (index === 9 ? (count += 1) : 7)),
    );
  const events: LanewayEvent[] = [];
  laneway.dispatcher.subscribe((event) => events.push(event));
  const client = clientOver(
    {
      call: (kind, name, input) => laneway.dispatcher.call(kind, name, input, { host: 'test' }),
      subscribe: (listener) => laneway.dispatcher.subscribe(listener),
    },
    newId,
  );
  return { laneway, client, events };
}

describe('the sample organization', () => {
  it('has its day planned by two threads, applied as one step, and the same board again after one undo', async () => {
    const { laneway, client, events } = await openSample();
    try {
      const setup = await client.ask('setup', {});
      const location = setup.ok ? setup.value.locations[0] : undefined;
      if (location === undefined) throw new Error('The sample has no location');
      const board = async () => {
        const input = { locationId: location.id, date: '2026-11-23', days: MOST_BOARD };
        const reply = await client.ask('boardForRange', input);
        const tray = await client.ask('tray', {
          locationId: location.id,
          tab: 'unassigned',
          filter: '',
          dueWithinDays: null,
        });
        if (!reply.ok || !tray.ok) throw new Error('The board was refused');
        const { sequence: _sequence, ...view } = reply.value;
        return { view, tray: tray.value };
      };
      const before = await board();
      expect(before.tray.counts.unassigned).toBeGreaterThan(0);

      const input = { locationId: location.id, date: '2026-11-23', days: 2, mayMove: true, rounds: 400, seed: 3 };
      const planned = await client.start('planRange', 'sample', input);
      if (!planned.ok) throw new Error(planned.message);
      const plan: PlanView = planned.value;
      expect(await board()).toEqual(before);
      expect(plan.searches).toBe(2);
      expect(plan.score.after).toBeLessThanOrEqual(plan.score.before);
      expect(plan.placements.length).toBeGreaterThan(0);
      expect(events.some((one) => one.event === 'runProgressed' && one.detail !== undefined)).toBe(true);
      for (const { facts, line } of plan.placements) expect([line.does, facts.length > 0]).toEqual([line.does, true]);

      const lines = plan.placements.map(({ line }) => line);
      const applied = await client.send('applyPlan', { planId: plan.id, lines }, { acceptCautions: true });
      expect(applied).toMatchObject({ ok: true });
      expect((await board()).tray.counts.unassigned).toBe(
        before.tray.counts.unassigned - lines.filter(({ does }) => does === 'book').length,
      );
      expect(await client.send('undo', {})).toMatchObject({ ok: true });
      expect(await board()).toEqual(before);
    } finally {
      await laneway.close();
    }
  });
});
