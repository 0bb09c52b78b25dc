import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../core/domain/time/local-date.ts';
import { instant } from '../../core/domain/time/instant.ts';
import { uuidv7 } from '../../core/kernel/id.ts';
import { sampleCommands } from '../../core/sample/index.ts';
import { openLanewayIn } from '../builders/laneway.ts';
import { clockAt, surroundingsWith, zones } from '../builders/surroundings.ts';
import { temporaryFolder } from '../builders/use-world.ts';

const DAY = localDate('2026-11-23');
const NOW = instant(Date.UTC(2026, 10, 23, 9, 24));

describe('the sample organization', () => {
  it('has every command accepted, and every kind of resource in it', async () => {
    const laneway = await openLanewayIn(temporaryFolder(), surroundingsWith(clockAt(NOW)));
    const commands = sampleCommands(zones, { today: DAY, now: NOW, scale: 'day' });
    const batch = commands.map(({ at, name, args }, index) => {
      const id = uuidv7(at, createHash('sha256').update(String(index)).digest());
      return { at, name, input: { id, args, acceptCautions: true } };
    });
    const answers = await laneway.laneway.submit.many(batch, { host: 'sample' });
    const refused = answers.flatMap((answer, index) => (answer.ok ? [] : [{ name: batch[index]?.name, answer }]));
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
    const told = await laneway.store.outbox.pending(100_000);
    expect(told.some((event) => event.name === 'parts.ordered')).toBe(true);
    await laneway.close();
  });
});
