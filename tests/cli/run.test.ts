import { describe, expect, it } from 'vitest';
import { commands } from '../../core/contract/commands/index.ts';
import { queries } from '../../core/contract/queries/index.ts';
import { runs } from '../../core/contract/runs.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import { refuse } from '../../core/kernel/outcome.ts';
import { cli, done, failed, refused } from './around.ts';

describe('the CLI', () => {
  it('answers 0 when done, 1 when refused, 3 when the machine failed, each with a sentence', async () => {
    expect((await cli(['query', 'setup'], done)).code).toBe(0);
    const no = await cli(['query', 'setup'], refused);
    expect([no.code, no.out, no.said]).toEqual([1, '', 'end must be after the start. Correct it and try again.\n']);
    const broken = await cli(['query', 'setup'], failed);
    expect([broken.code, broken.said]).toEqual([3, 'The disk is full.\n']);
  });

  it.each([
    [[], 'A task is missing.'],
    [['fly'], 'There is no task "fly".'],
    [['query'], 'It goes: laneway query NAME [JSON]'],
    [['command', 'undo'], 'It goes: laneway command NAME JSON'],
    [['restore', 'a'], 'It goes: laneway restore FILE NEWPATH'],
    [['backup', 'now'], 'It goes: laneway backup'],
    [['query', 'setup', '{'], 'This is not JSON: {'],
    [['query', 'setup', '--fast'], "Unknown option '--fast'."],
    [['query', 'setup', '--why', 'x'], '--why belongs to command, not to query.'],
    [['sample', '--scale', 'huge'], '--scale is day, large or dense.'],
    [['sample', '--today', '2026-02-30'], '--today needs a date like 2026-11-23.'],
    [['verify', '--data', ''], '--data needs a folder.'],
  ])('answers 2 to words it does not understand: %j', async (argv, sentence) => {
    const heard = await cli(argv, done);
    expect([heard.code, heard.out, heard.said.split('\n')[0], heard.calls]).toEqual([2, '', sentence, []]);
    const json = await cli([...argv, '--json'], done);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, error: { kind: 'usage' } });
  });

  it('answers 4 with the backups and the way out when the database cannot be opened', async () => {
    const view = {
      sentence: 'The database file is damaged.',
      backups: [{ file: 'b.sqlite', at: '2026-11-23 07:05Z' }],
      restore: 'npm run --silent laneway -- restore b.sqlite new',
    };
    const open = async () => refuse(view);
    const heard = await cli(['verify'], done, { open });
    expect([heard.code, heard.out]).toEqual([4, '']);
    expect(heard.said).toContain(
      'The database file is damaged.\nBackups, newest first:\n  2026-11-23 07:05Z  b.sqlite',
    );
    expect(heard.said).toContain(view.restore);
    const json = await cli(['verify', '--json'], done, { open });
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, error: { kind: 'cannot-open', ...view } });
  });

  it('prints exactly one JSON document for programs, whatever comes', async () => {
    for (const answer of [done, refused, failed]) {
      const heard = await cli(['--json', 'query', 'setup'], answer);
      expect(JSON.parse(heard.out)).toEqual(answer);
      expect(heard.said).toBe('');
    }
  });

  it('wraps bare arguments into a command with an id, the reason and the accepted cautions', async () => {
    const argv = ['command', 'cancelAppointment', '{"id":"a","reason":"r"}', '--why', 'called', '--accept-cautions'];
    expect((await cli(argv, done)).calls).toEqual([
      [
        'command',
        'cancelAppointment',
        { id: 'new-id', args: { id: 'a', reason: 'r' }, why: 'called', acceptCautions: true },
      ],
    ]);
  });

  it('takes a whole envelope as it is', async () => {
    const heard = await cli(['command', 'undo', '{"id":"mine","args":{},"why":"w"}'], done);
    expect(heard.calls).toEqual([['command', 'undo', { id: 'mine', args: {}, why: 'w' }]]);
  });

  it('mistakes no command’s own arguments for an envelope', () => {
    for (const spec of Object.values(commands)) {
      const shape = 'shape' in spec.args ? Object.keys(spec.args.shape) : [];
      expect(shape).not.toContain('args');
    }
  });

  it('reads JSON from stdin where it says -', async () => {
    const heard = await cli(['query', 'search', '-'], done);
    expect(heard.calls).toEqual([['query', 'search', { from: 'stdin' }]]);
  });

  it('closes what it opened, also after a refusal', async () => {
    expect((await cli(['query', 'setup'], refused)).closed).toBe(true);
  });

  it('says how far its own long backup is, each tenth once, and not on stdout', async () => {
    const step = (runId: string, done: number, total: number) =>
      ({ event: 'runProgressed', runId, done, total, phrase: 'run.backup' }) as const;
    const events = [step('new-id', 0, 5000), step('new-id', 100, 5000), step('another', 2500, 5000)];
    const heard = await cli(['backup', '--json'], done, {}, [...events, step('new-id', 4600, 5000)]);
    expect(heard.said).toBe('Copied: 0 %\nCopied: 92 %\n');
    expect(JSON.parse(heard.out)).toEqual(done);
    expect((await cli(['backup'], done, {}, [step('new-id', 50, 500)])).said).toBe('');
  });

  it('tells the result of a backup, a restore, a sample and a check in sentences', async () => {
    const backup: Reply = {
      ok: true,
      value: { file: 'b.sqlite', bytes: 2048, at: 0, why: 'on-command', verified: true },
    };
    const made = await cli(['backup'], backup);
    expect([made.out, made.calls]).toEqual([
      'Backed up and checked: b.sqlite (2 KiB)\n',
      [['run', 'backup', { runId: 'new-id', input: {} }]],
    ]);
    expect((await cli(['restore', 'b.sqlite', 'new'], done)).out).toBe('Restored and checked: new\n');
    expect((await cli(['sample'], done)).out).toContain('3 commands');
    const report: Reply = {
      ok: true,
      value: { ok: false, checks: [{ name: 'integrity', ok: false, found: '2 pages' }] },
    };
    const bad = await cli(['verify'], report);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/integrity {2}no +2 pages\nSomething is wrong/);
  });

  it('lists the whole contract, and one entry with its schema', async () => {
    const all = await cli(['contract', '--json'], done);
    const { value } = JSON.parse(all.out) as { value: { name: string; input: object }[] };
    const names = [...Object.keys(commands), ...Object.keys(queries), ...Object.keys(runs)];
    expect(value.map((line) => line.name)).toEqual(names);
    expect(value.every((line) => Object.keys(line.input).length > 0)).toBe(true);
    expect((await cli(['contract'], done)).out).toContain('command  moveAppointment');
    expect((await cli(['contract', 'moveAppointment'], done)).out).toContain('Move, resize or reassign an appointment');
    expect((await cli(['contract', 'teleport'], done)).code).toBe(1);
  });

  it('prints its help on stdout', async () => {
    const heard = await cli(['--help'], done);
    expect([heard.code, heard.out.startsWith('Usage: laneway TASK')]).toEqual([0, true]);
  });
});
