import { describe, expect, it, onTestFinished } from 'vitest';
import type { HealthReport } from '../../core/contract/views/health-view.ts';
import { openLanewayIn } from '../builders/laneway.ts';
import { at, clockAt, surroundingsWith } from '../builders/surroundings.ts';
import { openStage, temporaryFolder, type Stage } from '../builders/use-world.ts';
import { bayArgs, organizationArgs, technicianArgs } from '../builders/world.ts';
import { cliOn } from './on-stage.ts';
import { cli, done } from './around.ts';

async function withoutHours(): Promise<Stage> {
  const stage = await openStage();
  const { world } = stage;
  await stage.done('updateTechnician', technicianArgs(world, world.cleo, { name: 'Cleo', hours: [] }));
  await stage.done('updateBay', bayArgs(world, world.bay2, { name: 'Bay 2', hours: [] }));
  return stage;
}

describe('laneway setup-scheduling-resources', () => {
  it('gives hours to what has none and makes teams, and does nothing the second time', async () => {
    const stage = await withoutHours();
    const files = new Map([['teams.json', '[{"name": "Blue", "members": ["Anna", "bo"]}]']]);
    const words = ['setup-scheduling-resources', '--file', 'teams.json'];
    expect(await cliOn(stage, words, files)).toEqual({
      code: 0,
      said: '',
      out: [
        'Hours set, 9 to 17, Monday to Friday: Bay 2',
        'Hours set, 9 to 17, Monday to Friday: Cleo',
        'Team added: Blue',
        '',
      ].join('\n'),
    });
    const resources = await stage.store.read.all('resource');
    expect(resources.find((one) => one.name === 'Blue')).toMatchObject({ kind: 'team', capacity: 2 });
    expect(resources.find((one) => one.name === 'Cleo')?.hours).toHaveLength(5);
    const sequence = await stage.store.read.sequence();
    expect((await cliOn(stage, words, files)).out).toBe('Team there already: Blue\n');
    expect((await cliOn(stage, words.slice(0, 1), files)).out).toBe('Everything has hours already; nothing to do.\n');
    expect(await stage.store.read.sequence()).toBe(sequence);
  });

  it('says that nobody is there yet, on an empty database and where there are no resources', async () => {
    const clock = clockAt(at(7));
    const empty = await openLanewayIn(temporaryFolder(), surroundingsWith(clock));
    onTestFinished(() => empty.close());
    const files = new Map([['t.csv', 'name,members\nRed,Anna\n']]);
    for (const words of [['setup-scheduling-resources'], ['setup-scheduling-resources', '--file', 't.csv']])
      expect(await cliOn(empty, words, files)).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringMatching(/^There is no organization yet/),
      });
    await empty.done('createOrganization', organizationArgs(empty.ids.next()));
    expect(await cliOn(empty, ['setup-scheduling-resources'], files)).toMatchObject({
      code: 0,
      out: 'There are no technicians, bays or other resources yet; nothing to do.\n',
    });
  });

  it('says which team names somebody who is not there, and goes on', async () => {
    const stage = await openStage();
    const files = new Map([['t.csv', 'name,members\nRed,Anna; Nobody\nBlue,Anna; Bo\n']]);
    const said = await cliOn(stage, ['setup-scheduling-resources', '--file', 't.csv'], files);
    expect(said).toMatchObject({
      code: 1,
      out: 'Team added: Blue\nRefused, Red: There is no technician called "Nobody".\n',
    });
  });
});

describe('laneway health', () => {
  it('says what is wrong as sentences and answers 1, or that nothing is and answers 0', async () => {
    const files = new Map<string, string>();
    const sound = await cliOn(await openStage(), ['health'], files);
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('Nothing is wrong.')]);
    const stage = await withoutHours();
    const said = await cliOn(stage, ['health'], files);
    expect([said.code, said.out.split('\n')[1]]).toEqual([
      1,
      '- Cleo has no shift, so nothing can be planned there. Give working hours.',
    ]);
    const json = await cliOn(stage, ['health', '--json'], files);
    const { findings } = (JSON.parse(json.out) as { readonly value: HealthReport }).value;
    expect(findings.map((one) => one.trap)).toEqual(['resource-without-hours', 'technician-without-shift']);
  });
});

describe('laneway alerts and report', () => {
  it('takes in the messages of a file, one by one', async () => {
    const stage = await openStage();
    const files = new Map([['m.json', '[{"nonsense": true}]']]);
    const said = await cliOn(stage, ['alerts', 'send', 'm.json'], files);
    expect([said.code, said.out]).toEqual([1, expect.stringMatching(/^Message 1: .*\n0 of 1 messages taken in\.\n$/)]);
    expect((await cliOn(stage, ['alerts'], files)).out).toBe('No message has come in.\n');
    files.set('broken', '{');
    expect((await cliOn(stage, ['alerts', 'send', 'broken'], files)).code).toBe(2);
    expect((await cliOn(stage, ['alerts', 'send', 'nowhere'], files)).code).toBe(1);
  });

  it('lists reports with their definitions, and gives one over the last days', async () => {
    const stage = await openStage();
    const files = new Map<string, string>();
    expect((await cliOn(stage, ['report'], files)).out).toContain('utilisation');
    const one = await cliOn(stage, ['report', 'utilisation', '--from', '2026-11-23', '--to', '2026-11-23'], files);
    expect([one.code, one.out]).toEqual([0, expect.stringContaining('Booked minutes')]);
    expect((await cliOn(stage, ['report', 'utilisation', '--location', 'Nowhere'], files)).code).toBe(1);
  });
});

describe('laneway rebuild', () => {
  it('says what was wrong and where the new file is, and answers 1 when that fails its checks', async () => {
    const fine = await cli(['rebuild', 'new.sqlite'], done);
    expect([fine.code, fine.out]).toEqual([0, 'Rebuilt from 4 commands and checked: new.sqlite\n']);
    const view = {
      path: 'new',
      commands: 4,
      differences: [{ entity: 'customer', rows: 2 }],
      report: { ok: false, checks: [] },
    };
    const bad = await cli(['rebuild', 'new'], done, { rebuild: async () => ({ ok: true, value: view }) });
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('customer: 2 rows were not what the log says');
  });
});

describe('words of the new tasks', () => {
  it.each([
    [['rebuild'], 'It goes: laneway rebuild NEWPATH'],
    [['alerts', 'burn'], 'It goes: laneway alerts [send FILE]'],
    [['export'], 'It goes: laneway export FILE [--of customers|units|technicians|parts|work-orders|appointments]'],
    [
      ['import', 'x', '--of', 'dreams'],
      '--of is one of customers, units, technicians, parts, work-orders, appointments.',
    ],
    [['query', 'setup', '--dry-run'], '--dry-run belongs to import, not to query.'],
    [['report', 'demand', '--from', 'now'], '--from and --to need a date like 2026-11-23, not "now".'],
    [['report', 'nonsense'], 'There is no report "nonsense". See: laneway report'],
    [['health', '--as', 'me'], '--as needs the id of a user.'],
    [['health', '--org-id', 'x'], '--org-id needs the id of an organization, or "new".'],
  ])('answers 2 to %j', async (argv, sentence) => {
    const heard = await cli(argv, done);
    expect([heard.code, heard.said.split('\n')[0]]).toEqual([2, sentence]);
  });
});
