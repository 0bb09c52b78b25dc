import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/use-world.ts';
import dst from '../fixtures/calendar/dst.json' with { type: 'json' };

const MAIN = path.join(import.meta.dirname, 'main.ts');

function run(...files: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const ran = spawnSync(process.execPath, [MAIN, ...files], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('npm run vectors', () => {
  it('prints passed / total and exits with 0 when all pass, 1 with each miss', () => {
    const folder = temporaryFolder();
    const good = path.join(folder, 'good.json');
    const bad = path.join(folder, 'bad.json');
    const [first] = dst;
    writeFileSync(good, JSON.stringify([first]));
    writeFileSync(bad, JSON.stringify([first, { ...first, id: 'wrong', utc: '2001-01-01T00:00:00Z' }]));
    expect(run(good)).toMatchObject({ code: 0, out: `${good}: 1 / 1 passed\n` });
    const missed = run(good, bad);
    expect(missed.code).toBe(1);
    expect(missed.out).toContain(`${bad}: 1 / 2 passed\n  wrong (America/New_York): `);
    expect(missed.out).toContain('All: 2 / 3 passed');
  });

  it('names and counts a file that is no list of vectors, and goes on with the others', () => {
    const folder = temporaryFolder();
    const good = path.join(folder, 'good.json');
    const meta = path.join(folder, 'meta.json');
    writeFileSync(good, JSON.stringify(dst.slice(0, 1)));
    writeFileSync(meta, '{"what": "vectors"}');
    expect(run(good, meta)).toEqual({
      code: 0,
      out: `${good}: 1 / 1 passed\n${meta}: not a vector file\nAll: 1 / 1 passed; 1 not a vector file\n`,
      err: '',
    });
    expect(run(meta)).toMatchObject({ code: 1, out: `${meta}: not a vector file\nNothing was checked.\n` });
  });

  it('exits with 1 where nothing was checked: an empty list, and vectors that expect nothing', () => {
    const folder = temporaryFolder();
    const empty = path.join(folder, 'empty.json');
    const hollow = path.join(folder, 'hollow.json');
    const named = { tz: 'Europe/Oslo', dtstart: '2026-11-23T09:00:00', rrule: 'FREQ=DAILY' };
    const between = { start: '2026-11-23T00:00:00Z', end: '2026-11-23T00:00:00Z', expect: [] };
    writeFileSync(empty, '[]');
    writeFileSync(
      hollow,
      JSON.stringify([
        { ...named, id: 'recurrence', allDay: false, first: [], complete: false, between },
        { ...named, id: 'series', kind: 'series', expect: [] },
        { ...named, id: 'ends', kind: 'series-end', expect: ['2026-11-23T08:00:00Z'], exactMinutes: 60 },
        { ...named, id: 'edits', minutes: 60, ops: [], window: between, expect: [] },
      ]),
    );
    expect(run(empty)).toMatchObject({ code: 1, out: expect.stringContaining('an empty list, nothing was checked') });
    const missed = run(hollow);
    expect(missed.code).toBe(1);
    expect(missed.out.split('\n').slice(0, -1)).toEqual([
      `${hollow}: 0 / 4 passed`,
      '  recurrence (Europe/Oslo): expects nothing, so nothing was checked',
      '  series (Europe/Oslo): expects nothing, so nothing was checked',
      '  ends (Europe/Oslo): names no ends, so none was checked',
      '  edits (Europe/Oslo): has an empty window, so nothing was checked',
    ]);
  });

  it('exits with 2 and a sentence when there is no file, none that can be read, or none of the three forms', () => {
    const folder = temporaryFolder();
    const other = path.join(folder, 'other.json');
    writeFileSync(other, '[{"id":"x"}]');
    expect(run()).toMatchObject({ code: 2 });
    expect(run(path.join(folder, 'none.json')).err).toMatch(/^Cannot read /);
    const refused = run(other);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('none of the three forms');
  });
});
