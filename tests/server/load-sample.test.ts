import { expect, it, onTestFinished, vi } from 'vitest';
import { openLaneway } from '../../core/compose.ts';
import { clientOver } from '../../core/contract/client.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import { inProcess } from '../conformance/transports.ts';
import { at, clockAt, idsFrom } from '../builders/surroundings.ts';
import { organizationArgs } from '../builders/world.ts';
import { temporaryFolder } from './rooms.ts';

vi.setConfig({ testTimeout: 120_000 });

it('the sample is loaded into an empty file on request, once, as one change of which every console hears', async () => {
  const laneway = await openLaneway({
    dataDir: temporaryFolder(),
    host: 'browser',
    sample: 'never',
    clock: clockAt(at(9)),
  });
  onTestFinished(() => laneway.close());
  const ids = idsFrom();
  const client = clientOver(inProcess(laneway.dispatcher), () => ids.next());
  const heard: LanewayEvent[] = [];
  client.subscribe((event) => heard.push(event));
  const [loaded, second] = await Promise.all([
    client.start('loadSample', ids.next(), {}),
    client.start('loadSample', ids.next(), {}),
  ]);
  expect(loaded).toMatchObject({ ok: true });
  expect(loaded.ok ? loaded.value.commands : 0).toBeGreaterThan(100);
  expect(second).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
  const [change] = heard.flatMap((event) => (event.event === 'changed' ? [event] : []));
  expect(change?.by).toBe('Sample data');
  expect(new Set(change?.touched.map((row) => row.entity))).toContain('organization');
  expect(heard.some((event) => event.event === 'runProgressed')).toBe(true);
  const setup = await client.ask('setup', {});
  expect(setup.ok && setup.value.locations.length).toBeGreaterThan(0);
  const again = await client.start('loadSample', ids.next(), {});
  expect(again).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
  // What the sample did is nobody's step back.
  expect(await client.send('undo', {})).toMatchObject({ ok: false, error: { kind: 'nothing-to-undo' } });
});

it('an organization that is there already stays as it is', async () => {
  const laneway = await openLaneway({ dataDir: temporaryFolder(), host: 'test', sample: 'never' });
  onTestFinished(() => laneway.close());
  const ids = idsFrom();
  const client = clientOver(inProcess(laneway.dispatcher), () => ids.next());
  expect(await client.send('createOrganization', organizationArgs(ids.next()))).toMatchObject({ ok: true });
  const reply = await client.start('loadSample', ids.next(), {});
  expect(reply).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
  const setup = await client.ask('setup', {});
  expect(setup.ok && setup.value.sequence).toBe(1);
});
