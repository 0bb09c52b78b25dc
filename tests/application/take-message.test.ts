import { expect, it } from 'vitest';
import { alertMessage } from '../builders/messages.ts';
import { openStage } from '../builders/use-world.ts';

const caller = { host: 'test' } as const;

it('a message that is delivered twice as it is becomes one alert', async () => {
  const stage = await openStage();
  const first = await stage.laneway.takeMessage(alertMessage('a1'), caller);
  expect(first).toMatchObject({ ok: true, value: { subject: 'Coolant at 118 degrees' } });
  expect(await stage.laneway.takeMessage(alertMessage('a1'), caller)).toEqual(first);
  expect(await stage.laneway.takeMessage(alertMessage('a1', { severity: 'low' }), caller)).toEqual(first);
  expect(await stage.store.read.find('alert', {})).toHaveLength(1);
});

it('a message that is not understood is refused with its fields', async () => {
  const stage = await openStage();
  expect(await stage.laneway.takeMessage({ name: 'alert.created', version: 3 }, caller)).toMatchObject({
    ok: false,
    error: { kind: 'invalid-input', problems: [{ field: 'message.version' }] },
  });
  expect(await stage.laneway.takeMessage('cold', caller)).toMatchObject({
    ok: false,
    error: { kind: 'invalid-input' },
  });
});
