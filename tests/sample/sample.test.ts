import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../core/domain/time/local-date.ts';
import { instant } from '../../core/domain/time/instant.ts';
import { uuidv7 } from '../../core/kernel/id.ts';
import { sampleCommands } from '../../core/sample/index.ts';
import { sendAll } from '../../core/sample/send-all.ts';
import { openLanewayIn } from '../builders/laneway.ts';
import { clockAt, surroundingsWith, zones } from '../builders/surroundings.ts';
import { temporaryFolder } from '../builders/use-world.ts';

const DAY = localDate('2026-11-23');
const NOW = instant(Date.UTC(2026, 10, 23, 9, 24));

describe('the sample organization', () => {
  it('has every command accepted, and every kind of resource in it', async () => {
    const laneway = await openLanewayIn(temporaryFolder(), surroundingsWith(clockAt(NOW)));
    const commands = sampleCommands(zones, { today: DAY, now: NOW, scale: 'day' });
    const refused: unknown[] = [];
    await sendAll(commands, {
      // The user who sent it, where the sample names one: not everybody may do everything.
      send: async (batch, by) => {
        const caller = by === null ? {} : { actor: by };
        const answers = await laneway.laneway.submit.many(batch, { host: 'sample', ...caller });
        answers.forEach((answer, index) => answer.ok || refused.push({ name: batch[index]?.name, answer }));
        return answers;
      },
      idOf: (at, index) => uuidv7(at, createHash('sha256').update(String(index)).digest()),
      progress: () => undefined,
    });
    expect(refused).toEqual([]);
    const resources = await laneway.store.read.all('resource');
    const kinds = new Set(resources.map((one) => one.kind));
    expect([...kinds].toSorted()).toEqual(['bay', 'custom', 'equipment', 'room', 'team', 'technician']);
    expect(resources.filter((one) => one.kind === 'team').map((one) => one.capacity)).toEqual([5, 5]);
    const alerts = await laneway.store.read.find('alert', {});
    expect(alerts.map((one) => `${one.messageId} ${one.outcome.status}`).toSorted()).toEqual([
      'alr-1001 booked',
      'dec-2001 work-order',
      'dec-2002 noted',
    ]);
    const rules = await laneway.store.read.all('scheduleRule');
    expect([...new Set(rules.map(({ rule }) => rule.kind))].toSorted()).toEqual([
      'auto-approval',
      'availability',
      'blackout',
      'capacity-limit',
      'require-approval',
    ]);
    const requests = [];
    for (const { id } of await laneway.store.read.all('location'))
      requests.push(...(await laneway.store.read.inStatus(id, 'requested')));
    const waits = requests.filter(({ state }) => state.status === 'requested' && state.approval === 'pending');
    expect(waits).toMatchObject([{ title: 'Rebuild of the tail lift', state: { needs: { name: 'Long jobs' } } }]);
    const fees = await laneway.store.read.find('fee', {});
    expect(new Set(fees.map((fee) => fee.state.status))).toEqual(new Set(['due', 'paid', 'waived', 'refunded']));
    expect(new Set(fees.map((fee) => fee.reason))).toEqual(new Set(['late-cancellation', 'no-show']));
    const [made] = await laneway.store.read.appointmentsByExternalId('cflows', 'booking-2041');
    expect(made).toMatchObject({ rescheduleCount: 1, rescheduleLimit: 1, workItem: { type: 'breakdown' } });
    const told = await laneway.store.outbox.pending(100_000);
    expect(told.some((event) => event.name === 'parts.ordered')).toBe(true);
    await laneway.close();
  });
});
