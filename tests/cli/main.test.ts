import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runningHost } from '../../core/compose.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import { organization } from '../conformance/contract-conformance.ts';
import { overHttp } from '../conformance/transports.ts';
import { run, start } from '../server/program.ts';
import { temporaryFolder } from '../server/rooms.ts';

const json = (text: string): Reply => JSON.parse(text) as Reply;
const setUp = JSON.stringify(organization());

// Whole programs start here; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

describe('the CLI as a program', () => {
  it('opens the database itself where no host runs', async () => {
    const data = temporaryFolder();
    const made = await run('cli', ['command', 'createOrganization', '-', '--data', data, '--json'], setUp);
    expect([made.code, json(made.out)]).toMatchObject([0, { ok: true, value: { sequence: 1 } }]);
    const asked = await run('cli', ['query', 'setup', '--data', data]);
    expect(asked.out).toContain('Harbour Service');
    const log = await run('cli', [
      'query',
      'history',
      '{"entity":null,"id":null,"before":null,"limit":5}',
      '--data',
      data,
      '--json',
    ]);
    expect(json(log.out)).toMatchObject({ value: [{ name: 'createOrganization', host: 'cli' }] });
    expect(existsSync(path.join(data, 'host.json'))).toBe(false);
  });

  it('talks to the host that runs, which tells its consoles', async () => {
    const data = temporaryFolder();
    const host = start('server', ['--data', data]);
    await host.ready;
    const running = await runningHost(data);
    if (running === undefined) throw new Error('The host does not answer');
    const console = await overHttp(running.address, running.secret);
    const heard: LanewayEvent[] = [];
    console.transport.subscribe((event) => heard.push(event));
    const made = await run('cli', ['command', 'createOrganization', setUp, '--data', data]);
    expect([made.code, made.said]).toEqual([0, '']);
    await vi.waitFor(() => expect(heard).toMatchObject([{ event: 'changed', command: 'createOrganization' }]), 10_000);
    console.close();
    const again = await run('cli', ['command', 'createOrganization', setUp, '--data', data, '--json']);
    expect([again.code, json(again.out).ok]).toEqual([1, false]);
    const sample = await run('cli', ['sample', '--data', data]);
    expect([sample.code, sample.said]).toEqual([
      4,
      'Laneway is already open on this data. Close that copy, or use it.\n',
    ]);
    await host.stop();
    const asked = await run('cli', ['query', 'setup', '--data', data]);
    expect(asked.out).toContain('Harbour Service');
  });

  it('backs up, restores into a new folder, and verifies what it restored', async () => {
    const data = temporaryFolder();
    await run('cli', ['command', 'createOrganization', setUp, '--data', data]);
    const backup = json((await run('cli', ['backup', '--data', data, '--json'])).out);
    const { file } = (backup.ok ? backup.value : {}) as { file: string };
    const target = path.join(temporaryFolder(), 'restored');
    const restored = await run('cli', ['restore', file, target]);
    expect([restored.code, restored.said]).toEqual([0, '']);
    const verified = await run('cli', ['verify', '--data', target]);
    expect([verified.code, verified.out.includes('Everything is in order.')]).toEqual([0, true]);
    const over = await run('cli', ['restore', file, target]);
    expect([over.code, over.said]).toEqual([
      1,
      `There already is a file ${path.join(target, 'laneway.db')}. Name a new folder.\n`,
    ]);
    const none = await run('cli', ['restore', path.join(target, 'none.sqlite'), path.join(target, 'x')]);
    expect([none.code, none.said.startsWith('There is no backup')]).toEqual([1, true]);
  });

  it('never shows a stack trace, whatever lies in the data folder', async () => {
    const data = temporaryFolder();
    writeFileSync(path.join(data, 'laneway.db'), 'not a database '.repeat(1000));
    const broken = await run('cli', ['query', 'setup', '--data', data]);
    expect([broken.code, broken.out]).toEqual([4, '']);
    expect(broken.said).toContain('The database file is damaged.');
    const blocked = path.join(data, 'laneway.db', 'below-a-file');
    const nowhere = await run('cli', ['query', 'setup', '--data', blocked]);
    expect(nowhere.code).toBe(4);
    expect(broken.said + nowhere.said).not.toMatch(/\n\s+at |Error:|SQLITE/);
  });

  it('refuses bad input with the field and the reason, and changes nothing', async () => {
    const data = temporaryFolder();
    const name = 'bookAppointment';
    const refused = await run('cli', ['command', name, '{"start":"soon"}', '--data', data]);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('start must be a moment in UTC milliseconds.');
    const unknown = await run('cli', ['command', 'teleport', '{}', '--data', data]);
    expect([unknown.code, unknown.said.includes('teleport')]).toEqual([1, true]);
    expect(
      (await run('cli', ['query', 'history', '{"entity":null,"id":null,"before":null,"limit":5}', '--data', data])).out,
    ).toBe('(none)\n');
  });
});
