import { expect, it } from 'vitest';
import { createMessageTaker } from '../../core/application/alerts/take-message.ts';
import { createScenes } from '../../core/application/scene.ts';
import { alertMessage } from '../builders/messages.ts';
import { diagnosticsList } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';

function takerOf(stage: Stage, score: () => number) {
  const health = { healthOf: () => Promise.resolve({ score: score() }) };
  return createMessageTaker({
    submit: stage.laneway.submit,
    scenes: createScenes(stage.surroundings),
    ports: { details: null, health, patience: 1000, diagnostics: diagnosticsList() },
    host: 'test',
  });
}

it('a message that is delivered twice becomes one alert, whatever the services say the second time', async () => {
  const stage = await openStage();
  let score = 0;
  const take = takerOf(stage, () => (score += 1));
  const { organizationId } = stage.world;
  const first = await take(organizationId, alertMessage('a1'));
  expect(first.ok).toBe(true);
  expect(await take(organizationId, alertMessage('a1'))).toEqual(first);
  const [alert, ...more] = await stage.store.read.find('alert', {});
  expect([alert?.details.health, more]).toEqual([{ score: 1 }, []]);
});

it('a message that is not understood is refused with its fields', async () => {
  const stage = await openStage();
  const take = takerOf(stage, () => 1);
  expect(await take(stage.world.organizationId, { name: 'alert.created', version: 3 })).toMatchObject({
    ok: false,
    refusal: { kind: 'invalid-input', problems: [{ field: 'message.version' }] },
  });
});
