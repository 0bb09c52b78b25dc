import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { localDate } from '../../core/domain/time/local-date.ts';
import { uuidv7 } from '../../core/kernel/id.ts';
import { sampleCommands } from '../../core/sample/index.ts';
import { openLanewayIn } from '../builders/laneway.ts';
import { at, clockAt, surroundingsWith, zones } from '../builders/surroundings.ts';
import { temporaryFolder } from '../builders/use-world.ts';

it('the sample has three messages with three outcomes, and parts on order', async () => {
  const now = at(9);
  const laneway = await openLanewayIn(temporaryFolder(), surroundingsWith(clockAt(now)));
  const commands = sampleCommands(zones, { today: localDate('2026-11-23'), now, scale: 'day' });
  const batch = commands.map(({ name, args, at: sent }, index) => {
    const id = uuidv7(sent, createHash('sha256').update(`${index}`).digest());
    return { name, at: sent, input: { id, args, acceptCautions: true } };
  });
  const answers = await laneway.laneway.submit.many(batch, { host: 'sample' });
  const refused = answers.flatMap((answer, index) => (answer.ok ? [] : [[commands[index]?.name, answer.refusal]]));
  expect(refused).toEqual([]);
  const alerts = await laneway.store.read.find('alert', {});
  expect(alerts.map((alert) => [alert.messageId, alert.outcome.status])).toEqual([
    ['alr-1001', 'booked'],
    ['dec-2001', 'work-order'],
    ['dec-2002', 'noted'],
  ]);
  const told = (await laneway.store.outbox.pending(100_000)).filter((event) => event.name === 'parts.ordered');
  expect(told.length).toBeGreaterThan(0);
  await laneway.close();
});
